package io.tidemark.fog.closedown;

import io.tidemark.fog.watch.Changes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Close-downs as people wait for them: which one is being made, since when, and how long those took
 * took, from the wish until they were on the disk. News, and in no journal: a close-down has the
 * same bytes however long it took. Safe for use by several threads.
 */
public final class Running {
    /** More than anybody compares. */
    private static final int KEPT_MAX = 400;

    private final Changes changes;
    private final LongSupplier nanos;
    private final Map<LocalDate, Long> begun = new LinkedHashMap<>();
    private final Map<Key, Duration> took = new LinkedHashMap<>();
    private Optional<Kept> kept = Optional.empty();

    private record Key(LocalDate day, int supplement) {
        String name() {
            return day + " close-down " + supplement;
        }
    }

    /** Where how long they took outlives this process; nothing waits for it. */
    public interface Kept {
        void keep(String what, Duration took);

        Optional<Duration> of(String what);
    }

    /**
     * @param nanos of a clock that only goes forward
     */
    public Running(Changes changes, LongSupplier nanos) {
        this.changes = changes;
        this.nanos = nanos;
    }

    /** From here on; until then they are known to this process alone. */
    public synchronized void keptBy(Kept where) {
        kept = Optional.of(where);
    }

    void begins(LocalDate day) {
        synchronized (this) {
            begun.putIfAbsent(day, nanos.getAsLong());
        }
        changes.happened();
    }

    /**
     * @param outcome what came of it; null where it failed
     */
    void ends(LocalDate day, Outcome outcome) {
        synchronized (this) {
            Long since = begun.remove(day);
            if (since != null && outcome instanceof Outcome.Closed(var filed, boolean repeated))
                if (!repeated) keep(new Key(day, filed.closed().supplement()), since);
        }
        changes.happened();
    }

    private void keep(Key key, long since) {
        Duration lasted = Duration.ofNanos(nanos.getAsLong() - since);
        took.put(key, lasted);
        kept.ifPresent(where -> where.keep(key.name(), lasted));
        if (took.size() > KEPT_MAX) took.remove(took.keySet().iterator().next());
    }

    /** For how long the close-down of this day has been made; empty while none is. */
    public synchronized Optional<Duration> elapsed(LocalDate day) {
        return Optional.ofNullable(begun.get(day))
                .map(since -> Duration.ofNanos(nanos.getAsLong() - since));
    }

    /** How long it took; empty where that was not kept. */
    public Optional<Duration> took(LocalDate day, int supplement) {
        Key key = new Key(day, supplement);
        Optional<Kept> where;
        synchronized (this) {
            if (took.containsKey(key)) return Optional.ofNullable(took.get(key));
            where = kept;
        }
        return where.flatMap(each -> each.of(key.name()));
    }
}
