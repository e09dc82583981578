package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.store.Closings;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Computes every close-down a second time, from the bytes of the journals on the disk, before it
 * may go to head office. What was signed came out of memory; where the two do not agree one of them
 * is wrong, and neither is sent until a person has seen to it. Entries before the first close-down
 * that was not borne out go up all the same.
 *
 * <p>What was borne out is noted on the disk, and not computed again after a restart. What head
 * office had before that, since somebody carried the journal there, is computed after what waits to
 * be sent, and told where it differs.
 */
public final class Recomputing implements AutoCloseable {
    /** After how long what could not be borne out is tried again: a till may have brought it. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Duration REST_MAX = Duration.ofMinutes(10);

    private final StoreJournal store;
    private final Supplier<List<DeviceJournal>> journals;
    private final BytesOnDisk.Files files;
    private final Shown shown;
    private final BackgroundLoop loop = new BackgroundLoop("recompute", this::turn);
    private final ConcurrentMap<Long, Sealing> standing = new ConcurrentHashMap<>();
    private volatile Runnable onAgreed = () -> {};
    private final Set<Long> differing = new HashSet<>();
    private final Before before;
    private final BorneOut borneOut;

    /**
     * What is known when it begins.
     *
     * @param marked the last entry of the store's journal that head office is known to have
     * @param note how far close-downs were borne out
     */
    public record Before(long marked, BorneOutNote note) {}

    /** Where people see how it goes. */
    public record Shown(Alerts alerts, Changes changes) {}

    public Recomputing(
            StoreJournal store,
            Supplier<List<DeviceJournal>> journals,
            BytesOnDisk.Files files,
            Before before,
            Shown shown) {
        this.store = store;
        this.journals = journals;
        this.files = files;
        this.before = before;
        this.borneOut = new BorneOut(before.note(), shown.alerts());
        this.shown = shown;
    }

    /**
     * @param onAgreed told after each close-down that may go up
     * @param halting for a bug
     */
    public Recomputing start(Runnable onAgreed, Halting halting) {
        this.onAgreed = onAgreed;
        loop.start(halting);
        return this;
    }

    /** There may be a close-down to compute. Returns at once. */
    public void wake() {
        loop.wake();
    }

    @Override
    public void close() {
        loop.close();
    }

    /**
     * How far the store's journal may be sent: all that is forced, or up to before the first
     * close-down that is not borne out, and that head office had not when this process began.
     */
    public long sendable() {
        long forced = store.journal().forced().sequence();
        return unsent().map(closing -> Math.min(forced, closing.first() - 1)).orElse(forced);
    }

    /** Of a close-down that was looked at since this process began. */
    public Optional<Sealing> of(StoreDayClosed closed) {
        return standing.values().stream()
                .filter(each -> each.day().equals(closed.day()))
                .filter(each -> each.supplement() == closed.supplement())
                .findFirst();
    }

    /** Of all that were, in the order of the store's journal. */
    public List<Sealing> all() {
        return standing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What head office is told of: the first that are not borne out, and in what. */
    public List<FleetReport.Differing> differing() {
        return standing.entrySet().stream()
                .filter(each -> each.getValue().state() == Sealing.State.STOPPED)
                .sorted(Map.Entry.comparingByKey())
                .limit(FleetReport.Differing.MOST)
                .map(each -> each.getValue().told())
                .toList();
    }

    private Optional<Closings.Closing> unsent() {
        return open().filter(each -> !isAtHeadOffice(each)).findFirst();
    }

    private Stream<Closings.Closing> open() {
        return store.closings().stream().filter(each -> !borneOut.contains(each.sequence()));
    }

    private boolean isAtHeadOffice(Closings.Closing closing) {
        return closing.sequence() <= before.marked();
    }

    /** What waits to be sent comes first; what differed comes again when all else is done. */
    private Optional<Closings.Closing> next() {
        return Stream.concat(
                        open().filter(each -> !isAtHeadOffice(each)),
                        open().filter(this::isAtHeadOffice))
                .filter(each -> !differing.contains(each.sequence()))
                .findFirst();
    }

    /** One computation, if there is one to do. */
    Rest turn() {
        Optional<Closings.Closing> next = next();
        if (next.isEmpty()) return rest();
        StoreState state = store.state();
        int place = state.history().closed().indexOf(next.get().closed());
        // It is not on disk yet, or not all that was closed before is here: whoever mends that
        // wakes this loop.
        if (place < 0 || !state.isWhole()) return new Rest.Idle(REST_MAX);
        compute(next.get(), historyBefore(place, state.history()));
        return Rest.NONE;
    }

    private Rest rest() {
        if (differing.isEmpty()) return new Rest.Idle(REST_MAX);
        differing.clear();
        return new Rest.Idle(AGAIN);
    }

    private StoreHistory historyBefore(int place, StoreHistory history) {
        return new StoreHistory(
                history.currency(), history.closed().subList(0, place), store.stockAfter(place));
    }

    private void compute(Closings.Closing closing, StoreHistory before) {
        StoreDayClosed signed = closing.closed();
        Reading reading =
                new Reading(
                        signed,
                        isAtHeadOffice(closing),
                        sealing -> {
                            standing.put(closing.sequence(), sealing);
                            shown.changes().happened();
                        });
        reading.show(Sealing.State.READING, List.of());
        BytesOnDisk bytes = new BytesOnDisk(files, isAtHeadOffice(closing), reading::read);
        List<String> found = differences(signed, before, bytes);
        reading.show(found.isEmpty() ? Sealing.State.AGREED : Sealing.State.STOPPED, found);
        if (found.isEmpty()) agreed(closing);
        else stopped(closing, found);
    }

    private List<String> differences(
            StoreDayClosed signed, StoreHistory before, BytesOnDisk bytes) {
        try {
            return new Refold(journals.get(), bytes)
                    .difference(signed, before)
                    .map(Refold.Difference::figures)
                    .orElse(List.of());
        } catch (JournalDamaged | BytesOnDisk.NotAsSigned | UncheckedIOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private void agreed(Closings.Closing closing) {
        borneOut.add(closing.sequence());
        shown.alerts().clear(Alert.Kind.CLOSE_DOWN_DIFFERS, closing.closed().label());
        borneOut.note(store.closings());
        onAgreed.run();
    }

    private void stopped(Closings.Closing closing, List<String> found) {
        differing.add(closing.sequence());
        shown.alerts()
                .raise(
                        Alert.Kind.CLOSE_DOWN_DIFFERS,
                        closing.closed().label(),
                        (isAtHeadOffice(closing)
                                        ? "head office has it already, and counts by it: "
                                        : "it is not sent to head office, nor what was recorded after"
                                                + " it: ")
                                + String.join("; ", found)
                                + ". Stop this gateway and run `./tidemark verify DIR`, which names"
                                + " every difference; a till's journal that is damaged here comes"
                                + " again from the till at the next start");
    }
}
