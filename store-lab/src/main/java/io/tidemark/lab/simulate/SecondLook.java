package io.tidemark.lab.simulate;

import io.tidemark.fog.closedown.Lacking;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.lab.simulate.StoreJournals.Closing;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StoreDayClosed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a gateway does with each close-down before it may go up: folds it again from the journals,
 * with the product's own hand. What head office has marked went through here before; after a start
 * the rest is looked at again.
 */
final class SecondLook {
    private static final int TURN_MILLIS_MAX = 30_000;
    private static final int AGAIN_MILLIS = 60_000;

    private final Machine machine;
    private final StoreJournals store;
    private final Supplier<List<DeviceDays>> journals;
    private final Runnable onAgreed;
    private long borneOut;

    /**
     * @param marked the last entry of the store's journal that head office is known to have
     * @param onAgreed told after each close-down that may go up
     */
    SecondLook(
            Machine machine,
            StoreJournals store,
            Supplier<List<DeviceDays>> journals,
            long marked,
            Runnable onAgreed) {
        this.machine = machine;
        this.store = store;
        this.journals = journals;
        this.borneOut = marked;
        this.onAgreed = onAgreed;
    }

    /** There may be a close-down to look at, which takes a while. */
    void wake() {
        if (next().isPresent())
            machine.later(1 + machine.random().nextInt(TURN_MILLIS_MAX), this::turn);
    }

    /** How far the store's journal may be sent. */
    long sendable() {
        long forced = store.own().forced().sequence();
        long allowed = next().map(closing -> Math.min(forced, closing.first() - 1)).orElse(forced);
        return machine.world().parts().sendable(allowed, forced);
    }

    private Optional<Closing> next() {
        return store.closings().stream().filter(each -> each.sequence() > borneOut).findFirst();
    }

    private void turn() {
        Optional<Closing> next = next();
        if (next.isEmpty()) return;
        Closing closing = next.get();
        if (!isHere(closing)) {
            machine.later(AGAIN_MILLIS, this::turn);
            return;
        }
        require(closing);
        borneOut = closing.sequence();
        machine.world().oracle().notBorneOut().borneOut(store.own().entry(closing.sequence()));
        onAgreed.run();
        wake();
    }

    /** What an older disk has not of a till's journal the till brings again. */
    private boolean isHere(Closing closing) {
        StoreDayClosed closed = closing.closed();
        return Lacking.of(closed, store.own().id().node(), journals.get()).isEmpty()
                && journals.get().stream().allMatch(journal -> isHere(journal, closing));
    }

    private static boolean isHere(DeviceDays journal, Closing closing) {
        long taken = closing.before().takenUpTo(closing.closed().day(), journal.id());
        long marked =
                closing.closed().without().stream()
                        .filter(missing -> missing.isOf(journal.id()))
                        .mapToLong(MissingDevice::lastMark)
                        .max()
                        .orElse(0);
        return journal.received().sequence() >= Math.max(taken, marked);
    }

    /**
     * All figures. Which devices a supplement still lacked the journals do not tell for good, where
     * a gateway went on from an older disk: that alone is not held against it.
     */
    private void require(Closing closing) {
        List<String> figures =
                new Refold(journals.get())
                        .difference(closing.closed(), closing.before())
                        .map(Refold.Difference::figures)
                        .orElse(List.of());
        boolean isBorneOut =
                figures.stream()
                        .allMatch(figure ->
                                closing.closed().supplement() > 0 && figure.startsWith("without"));
        Violation.require(
                isBorneOut,
                Check.BORNE_OUT,
                () -> "Z of " + closing.closed().day() + " says " + figures);
    }
}
