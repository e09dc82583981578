package io.tidemark.cloud.storelogs;

import io.tidemark.identity.Roster;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.seal.LogLife;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads every store's log as its journal comes, in a loop of its own. What it found may be asked by
 * any thread.
 */
public final class StoreLogs implements AutoCloseable {
    private static final Duration REST_MAX = Duration.ofMinutes(10);

    private final Roster roster;
    private final Supplier<Collection<Journal>> journals;
    private final Map<String, LogReading> readings = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LogStanding> standing = new ConcurrentHashMap<>();
    private final BackgroundLoop loop = new BackgroundLoop("store-logs", this::turn);

    public StoreLogs(Roster roster, Supplier<Collection<Journal>> journals) {
        this.roster = roster;
        this.journals = journals;
    }

    /**
     * @param halting for a bug
     */
    public StoreLogs start(Halting halting) {
        loop.start(halting);
        return this;
    }

    /** There is more of some journal. Returns at once. */
    public void wake() {
        loop.wake();
    }

    @Override
    public void close() {
        loop.close();
    }

    /** Empty until it was read for the first time. */
    public Optional<LogStanding> of(String store) {
        return Optional.ofNullable(standing.get(store));
    }

    /** Gateways that began another log, and left what was in the one before. */
    public List<LogLife> begunAnew() {
        return standing.values().stream()
                .sorted((one, other) -> one.store().compareTo(other.store()))
                .flatMap(each -> each.lives().stream())
                .filter(LogLife::beganAnew)
                .toList();
    }

    /** Those in which something does not fit. */
    public List<LogStanding> faulty() {
        return standing.values().stream()
                .filter(each -> !each.faults().isEmpty())
                .sorted((one, other) -> one.store().compareTo(other.store()))
                .toList();
    }

    /** Reads all that there is by now. */
    Rest turn() {
        Map<String, List<Journal>> byStore =
                journals.get().stream()
                        .collect(Collectors.groupingBy(journal -> journal.id().node().store()));
        for (StoreFacts facts : roster.stores())
            read(facts.store(), byStore.getOrDefault(facts.store(), List.of()));
        return new Rest.Idle(REST_MAX);
    }

    private void read(String store, List<Journal> lives) {
        LogReading reading = readings.computeIfAbsent(store, _ -> new LogReading(roster));
        if (reading.readOn(lives) || !standing.containsKey(store))
            standing.put(store, reading.standing(store));
    }
}
