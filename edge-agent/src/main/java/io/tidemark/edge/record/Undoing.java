package io.tidemark.edge.record;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Objects;

/** Takes a receipt of the open day back as a whole, where nothing of it came back yet. */
final class Undoing {
    private final Command command;
    private final Till till;

    Undoing(Command command, Till till) {
        this.command = command;
        this.till = till;
    }

    Event postVoid(Ask.PostVoid ask, Approving approving) {
        Found.Undone undone = Objects.requireNonNull(command.found().undone());
        requireWhole(undone);
        CardMovement.of(undone.given()).forEach(this::requireUnspent);
        return PostVoided.of(
                undone.given(),
                undone.receipt(),
                new TransactionDetails(
                        List.of(),
                        approving.of(Approval.POST_VOID, ask.reason()),
                        null,
                        null,
                        ask.reason()));
    }

    private void requireWhole(Found.Undone undone) {
        long number = undone.receipt().receipt();
        if (till.day().filter(day -> day.date().equals(undone.receipt().day())).isEmpty())
            throw refused(
                    "receipt "
                            + number
                            + " is of "
                            + undone.receipt().day()
                            + ", and only a receipt of the open day can be taken back as a whole:"
                            + " return its goods");
        if (undone.given() instanceof PostVoided)
            throw refused(
                    "receipt "
                            + number
                            + " takes another one back itself: sell the goods again instead");
        till.returned()
                .of(undone.receipt(), undone.given().lines().size())
                .ifPresent(back -> {
                    throw refused(back(number, back));
                });
        if (!undone.elsewhere().isEmpty())
            throw refused(
                    "goods of receipt "
                            + number
                            + " came back "
                            + undone.elsewhere()
                            + ": it cannot be taken back as a whole any more");
    }

    /** What was paid with a card that it sold would be given twice. */
    private void requireUnspent(CardMovement moved) {
        CardMovement own = till.cards().of(moved.number());
        CardKnown known = command.found().cards().get(moved.number());
        long left = (known == null ? own : known.with(own)).balance();
        if (moved.balance() > 0 && left < moved.balance())
            throw new NotAllowed(
                    Refusal.Kind.GIFT_CARD,
                    "gift card "
                            + moved.number()
                            + ", which it sold, was spent since and has "
                            + new Money(Math.max(0, left), till.workplace().currency())
                            + " left: its receipt cannot be taken back any more");
    }

    private static String back(long number, ReturnedSoFar.Back back) {
        return back.postVoid()
                ? "receipt " + number + " was taken back already, with receipt " + back.receipt()
                : "goods of receipt "
                        + number
                        + " came back already, with receipt "
                        + back.receipt()
                        + ": it cannot be taken back as a whole any more";
    }

    private static NotAllowed refused(String why) {
        return new NotAllowed(Refusal.Kind.RETURNED, why);
    }
}
