package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.DeviceKind;
import io.tidemark.edge.record.Refusal;
import io.tidemark.ledger.exchange.Quote;

/**
 * Which refusals are nothing to wonder at, whatever a cashier wrote down: nobody is signed on, the
 * till is another one by now, or the drawer has not what is wanted of it.
 */
final class Refusals {
    private final Calendar calendar;
    private final DeviceKind kind;
    private final Notebook notebook;

    /**
     * What became of the till.
     *
     * @param exchanges how often it or its disk was exchanged
     * @param isMadeBefore whether the question was made before the last time
     */
    record Since(int exchanges, boolean isMadeBefore, boolean isDayBegun) {}

    Refusals(Calendar calendar, DeviceKind kind, Notebook notebook) {
        this.calendar = calendar;
        this.kind = kind;
        this.notebook = notebook;
    }

    boolean areExpected(Question question, Refusal refusal, Since since) {
        return isAbsence(question, refusal) || isOfAnotherTill(question, refusal, since);
    }

    /** Who names nobody means whoever is signed on, and there may be nobody. */
    private static boolean isAbsence(Question question, Refusal refusal) {
        return question.command().ask().operator().isEmpty()
                && (refusal.kind() == Refusal.Kind.NOT_SIGNED_ON
                        || refusal.kind() == Refusal.Kind.TRAINING);
    }

    /**
     * What an exchanged till does not have; or one that gave old receipts up, and with them
     * baskets.
     */
    private boolean isOfAnotherTill(Question question, Refusal refusal, Since since) {
        return switch (refusal.kind()) {
            case NOT_CHECKED -> calendar.isLong() || since.isMadeBefore();
            // What was taken up before its disk was exchanged the till may still know.
            case BASKET -> calendar.isLong() || since.exchanges() > 0;
            case RETURNED -> since.isMadeBefore() || isTakenBack(question, since);
            case TENDERS, GIFT_CARD -> since.isMadeBefore();
            case CONTENT -> isNotThere(question, since);
            default -> false;
        };
    }

    private boolean isTakenBack(Question question, Since since) {
        return question.command().ask() instanceof Ask.UndoExchange undo
                && (since.exchanges() > 0 || notebook.isTakenBack(undo.receipt()));
    }

    /** Of what the drawer does not have nobody is told how much that is. */
    private static boolean isNotThere(Question question, Since since) {
        return switch (question.command().ask()) {
            // Cash that moved on the disk that was exchanged.
            case Ask.ConfirmCash _ -> since.isMadeBefore();
            case Ask.Exchange exchange -> exchange.way() == Quote.Way.SELL;
            case Ask.UndoExchange _ -> true;
            default -> false;
        };
    }

    /** A day that an exchanged till does not know of, or knows already, is nothing to wonder at. */
    boolean isNoDay(Question question, Refusal refusal, Since since) {
        boolean isUnused =
                kind == DeviceKind.HANDHELD
                        && question.command().ask() instanceof Ask.CloseDay
                        && !since.isDayBegun();
        return refusal.kind() == Refusal.Kind.DAY && (since.exchanges() > 0 || isUnused);
    }
}
