package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.CameBack;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.record.Refusal;
import io.tidemark.edge.sync.GatewayQuestions.Outcome;
import io.tidemark.lab.simulate.Notebook.Receipt;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.question.Reply;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a till must make of its gateway's word: what that says came back does not come back again, a
 * basket of another till is taken up only if it was given, and what nobody could look at is not
 * called checked. And which refusals that explains.
 */
final class GatewayKnown {
    private final Enquired enquired;
    private final Notebook notebook;
    private final String here;

    GatewayKnown(Enquired enquired, Notebook notebook, String here) {
        this.enquired = enquired;
        this.notebook = notebook;
        this.here = here;
    }

    /** By which the command was decided, or would have been. */
    private Outcome told(CommandId command) {
        List<Outcome> all = enquired.told(command);
        return all.isEmpty() ? new Outcome.Offline() : all.getLast();
    }

    boolean explains(Question question, Refusal.Kind kind) {
        Outcome told = told(question.id());
        if (question.command().ask() instanceof Ask.Resume resume)
            return kind == Refusal.Kind.BASKET && explains(resume, told);
        Receipt about = question.about();
        if (about == null) return false;
        Optional<RetailTransaction> found = ReceiptLookUp.found(told);
        if (found.isPresent() && !found.get().equals(about.given()))
            return isOfAnotherReceipt(kind);
        return question.command().ask() instanceof Ask.TakeBack back
                ? explains(back, about, told, kind)
                : kind == Refusal.Kind.RETURNED && !back(told).elsewhere().isEmpty();
    }

    private boolean explains(Ask.Resume resume, Outcome told) {
        if (!(told instanceof Outcome.Answered(Reply reply)))
            return !notebook.parked().contains(resume.suspended());
        return reply instanceof Reply.BasketTaken
                || (!(reply instanceof Reply.BasketClaimed)
                        && !notebook.parked().contains(resume.suspended()));
    }

    /** After a fork two receipts have one number, and the gateway shows one of them. */
    private static boolean isOfAnotherReceipt(Refusal.Kind kind) {
        return kind == Refusal.Kind.RETURNED
                || kind == Refusal.Kind.CONTENT
                || kind == Refusal.Kind.TENDERS;
    }

    private boolean explains(Ask.TakeBack back, Receipt about, Outcome told, Refusal.Kind kind) {
        boolean anyway = back.basket().extras().unchecked();
        return switch (kind) {
            case RETURNED ->
                    lines(back).stream()
                            .anyMatch(line ->
                                    known(line, about, told) - line.quantity().thousandths()
                                            > sold(line, about));
            case TENDERS ->
                    (isElsewhere(about) && anyway)
                            || lines(back).stream()
                                    .anyMatch(line ->
                                            known(line, about, told)
                                                    != notebook.returned(original(line)));
            case NOT_CHECKED ->
                    isElsewhere(about) && !anyway && ReceiptLookUp.found(told).isEmpty();
            default -> false;
        };
    }

    private static List<BasketLine> lines(Ask.TakeBack back) {
        return back.basket().lines().stream().filter(line -> line.original() != null).toList();
    }

    private static OriginalLine original(BasketLine line) {
        return Objects.requireNonNull(line.original());
    }

    private boolean isElsewhere(Receipt about) {
        return !about.id().workstation().equals(here);
    }

    private static long sold(BasketLine line, Receipt about) {
        return line(about, original(line)).quantity().thousandths();
    }

    private static Line line(Receipt about, OriginalLine original) {
        return about.given().lines().get(original.line() - 1);
    }

    /** What came back of a line, by the cashier's notebook and the gateway. */
    private long known(BasketLine line, Receipt about, Outcome told) {
        return known(original(line), about, told);
    }

    private long known(OriginalLine original, Receipt about, Outcome told) {
        Found.Sold sold = back(told).of(original.line(), line(about, original));
        return Math.max(notebook.returned(original), sold.here()) + sold.elsewhere();
    }

    private CameBack back(Outcome told) {
        return new CameBack(here, ReceiptLookUp.returned(told));
    }

    /** What was recorded the gateway's word allowed. */
    void requireLawful(Question question, Entry entry) {
        Outcome told = told(question.id());
        if (entry.event() instanceof BasketResumed basket) requireGiven(basket, told);
        Receipt about = question.about();
        if (about == null || !(question.command().ask() instanceof Ask.TakeBack)) return;
        if (entry.event() instanceof RetailTransaction given)
            given.lines().forEach(line -> requireLeft(line, about, told));
    }

    private void requireGiven(BasketResumed basket, Outcome told) {
        if (basket.workstation().equals(here)) return;
        boolean given =
                told instanceof Outcome.Answered(Reply reply)
                        && reply instanceof Reply.BasketClaimed claimed
                        && claimed.workstation().equals(basket.workstation());
        Violation.require(
                given,
                Check.GIVEN_ONCE,
                () -> here + " took " + basket + " up, and was told " + told);
    }

    private void requireLeft(Line line, Receipt about, Outcome told) {
        @Nullable OriginalLine original = line.original();
        if (original == null) return;
        Optional<RetailTransaction> found = ReceiptLookUp.found(told);
        if (!original.checked()) {
            Violation.require(
                    found.isEmpty(),
                    Check.REFUSED_TWICE,
                    () -> here + " had " + about.id() + " and did not hold goods against it");
            return;
        }
        Violation.require(
                found.isPresent() || !isElsewhere(about),
                Check.BELIEVED,
                () -> here + " calls " + original + " checked, and was told " + told);
        if (found.isPresent() && !found.get().equals(about.given())) return;
        long back = known(original, about, told) - line.quantity().thousandths();
        Violation.require(
                back <= line(about, original).quantity().thousandths(),
                Check.REFUSED_TWICE,
                () -> here + " took back of " + original + " what it was told had come back");
    }
}
