package io.tidemark.fog.intake;

import java.util.Optional;

/**
 * Where one business day stands in a device's journal.
 *
 * @param first sequence of its first entry
 * @param last sequence of its last entry so far
 * @param closedAt sequence of its till Z, 0 while the day goes on
 * @param zNumber of that till Z, 0 while the day goes on
 * @param unknownCritical an entry this version does not know and must not close a day without
 */
public record DaySpan(
        long first, long last, long closedAt, long zNumber, Optional<Unknown> unknownCritical) {
    /** An entry that a newer version wrote. */
    public record Unknown(long sequence, int type) {}

    static DaySpan at(long sequence) {
        return new DaySpan(sequence, sequence, 0, 0, Optional.empty());
    }

    DaySpan reaching(long sequence) {
        return new DaySpan(first, sequence, closedAt, zNumber, unknownCritical);
    }

    DaySpan closed(long sequence, long number) {
        return new DaySpan(first, last, sequence, number, unknownCritical);
    }

    /** Opened, or opened again: only its next till Z ends it. */
    DaySpan opened() {
        return new DaySpan(first, last, 0, 0, unknownCritical);
    }

    DaySpan with(Unknown unknown) {
        return new DaySpan(first, last, closedAt, zNumber, Optional.of(unknown));
    }

    public boolean isClosed() {
        return closedAt > 0;
    }
}
