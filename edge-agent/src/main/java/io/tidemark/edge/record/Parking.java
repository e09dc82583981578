package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.TransactionDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suspends baskets and takes them up again. */
final class Parking {
    private final Command command;
    private final Till till;

    Parking(Command command, Till till) {
        this.command = command;
        this.till = till;
    }

    /**
     * Under an id that no other basket of the store has: the workstation's, and where it stands in
     * its journal.
     */
    Event suspended(Basket basket) {
        requireRoom();
        if (command.lines().stream().anyMatch(line -> line.original() != null))
            throw refused(
                    "goods that come back with a receipt cannot wait: take them back on their own");
        requireTakenUp(basket);
        return new BasketSuspended(
                id(),
                till.workplace().currency(),
                command.lines(),
                new TransactionDetails(
                        command.discounts(),
                        List.of(),
                        basket.extras().voided(),
                        basket.extras().suspended(),
                        basket.extras().reason()));
    }

    private String id() {
        Workplace place = till.workplace();
        int epoch = place.journal().epoch();
        String id = id(place.workstation(), epoch, till.head().sequence() + 1);
        if (id.length() > Limits.CODE_MAX)
            throw refused(
                    "no basket can wait at this till: the name of its workstation is longer than "
                            + Limits.WORKSTATION_MAX
                            + " characters");
        return id;
    }

    static String id(String workstation, int epoch, long sequence) {
        return workstation + "-" + (epoch == 1 ? "" : epoch + ".") + sequence;
    }

    Event resumed(String basket) {
        if (till.baskets().isTakenUp(basket))
            throw refused("basket " + basket + " was taken up here already: finish it or void it");
        if (till.baskets().isFinished(basket))
            throw refused("basket " + basket + " was taken up and finished here: scan the goods");
        requireRoom();
        if (till.baskets().parked(basket).isPresent())
            return new BasketResumed(basket, till.workplace().workstation());
        @Nullable String elsewhere = command.found().claimedFrom();
        if (elsewhere == null)
            throw refused(
                    "no basket "
                            + basket
                            + " waits here, and the gateway did not give one: look at the list,"
                            + " or take it up where it was suspended");
        return new BasketResumed(basket, elsewhere);
    }

    /**
     * @throws NotAllowed if the basket says that it is one that this till has not taken up
     */
    void requireTakenUp(Basket basket) {
        String suspended = basket.extras().suspended();
        if (suspended != null && !till.baskets().isTakenUp(suspended))
            throw refused(
                    "basket "
                            + suspended
                            + " is not taken up at this till: resume it first, or leave its id out");
    }

    private void requireRoom() {
        if (till.baskets().isFull(till.day().orElseThrow().date()))
            throw refused(
                    ParkedBaskets.HELD_MAX
                            + " baskets wait at this till or were taken up and not finished:"
                            + " finish some first");
    }

    private static NotAllowed refused(String why) {
        return new NotAllowed(Refusal.Kind.BASKET, why);
    }
}
