package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Where entries are: the segments, and a checkpoint every so often from which a reader goes
 * forward. Filled by the opening check, then by the writer after each force; read by any thread.
 */
final class JournalIndex {
    /** A reader passes over at most this many entries before the one it wants, … */
    static final int CHECKPOINT_ENTRIES = 128;

    /** … or over about this many bytes. */
    static final int CHECKPOINT_BYTES = 256 << 10;

    private final CopyOnWriteArrayList<Segment> segments = new CopyOnWriteArrayList<>();
    private final ConcurrentSkipListMap<Long, Checkpoint> checkpoints =
            new ConcurrentSkipListMap<>();
    private @Nullable Checkpoint newest;

    /**
     * A place to read from.
     *
     * @param before the head before the entry whose frame is at {@code position}
     */
    record Checkpoint(Segment segment, long position, Head before) {}

    void add(Segment segment) {
        segments.add(segment);
    }

    /** Notes a forced entry; most leave no checkpoint. Called by one thread, in order. */
    void entry(Checkpoint at) {
        if (newest != null && isNear(newest, at)) return;
        newest = at;
        checkpoints.put(at.before().sequence() + 1, at);
    }

    /** The nearest place at or before this entry. */
    Checkpoint floor(long sequence) {
        Map.Entry<Long, Checkpoint> floor = checkpoints.floorEntry(sequence);
        if (floor == null) throw new IllegalArgumentException("there is no entry " + sequence);
        return floor.getValue();
    }

    /** From now on that segment is found as this one, whose entries another index has noted. */
    void replace(Segment replaced, Segment by, JournalIndex entries) {
        segments.set(replaced.header().number() - 1, by);
        checkpoints.putAll(entries.checkpoints);
        checkpoints.values().removeIf(known -> known.segment() == replaced);
    }

    /** Whether the segment's file is still the one that its name leads to. */
    boolean holds(Segment segment) {
        return segments.get(segment.header().number() - 1) == segment;
    }

    List<Segment> segments() {
        return segments;
    }

    @Nullable Segment last() {
        return segments.isEmpty() ? null : segments.getLast();
    }

    private static boolean isNear(Checkpoint known, Checkpoint at) {
        return known.segment() == at.segment()
                && at.before().sequence() - known.before().sequence() < CHECKPOINT_ENTRIES
                && at.position() - known.position() < CHECKPOINT_BYTES;
    }
}
