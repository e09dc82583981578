package io.tidemark.ledger.journal;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one segment while the journal is open. The writer moves {@link #extent} on after
 * each force, last of all, so a reader who takes the extent first finds everything below it.
 */
final class Segment {
    private final SegmentHeader header;
    private final Hash hash;
    private final ConcurrentSkipListMap<Long, SecretKey> keys = new ConcurrentSkipListMap<>();
    private volatile Extent extent;

    /**
     * How far a segment is known to be on disk.
     *
     * @param end in bytes
     */
    record Extent(long end, Head head, State state) {
        boolean closed() {
            return state != State.OPEN;
        }
    }

    /** Whether a segment may still grow, and whether it has its receipts. */
    enum State {
        OPEN,
        CLOSED,
        PRUNED
    }

    Segment(SegmentHeader header) {
        this.header = header;
        this.hash = header.hash();
        this.extent = new Extent(header.size(), header.before(), State.OPEN);
    }

    SegmentHeader header() {
        return header;
    }

    /** The SHA-256 of the header, to which every frame is bound. */
    Hash hash() {
        return hash;
    }

    String name() {
        return SegmentName.of(header.number());
    }

    Extent extent() {
        return extent;
    }

    void extendTo(Extent further) {
        extent = further;
    }

    void key(long position, SecretKey key) {
        keys.put(position, key);
    }

    /** The data key of the frame at this position, if its key frame comes before. */
    @Nullable SecretKey keyAt(long position) {
        Map.Entry<Long, SecretKey> before = keys.lowerEntry(position);
        return before == null ? null : before.getValue();
    }

    SegmentInfo info() {
        Extent now = extent;
        long first = header.before().sequence() + 1;
        return new SegmentInfo(
                name(),
                header.number(),
                header.day(),
                first,
                now.head().sequence(),
                now.closed(),
                now.state() == State.PRUNED);
    }
}
