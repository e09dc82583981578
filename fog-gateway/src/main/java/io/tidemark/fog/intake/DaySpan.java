package io.tidemark.fog.intake;

import java.util.Optional;

/**
 * Where one business day stands in a device's journal.
 *
 * @param first sequence of its first entry
 * @param last sequence of its last entry so far
 * @param isTouched whether it was opened here, goes on here, or was ended here; else there are only
 *     such entries that say nothing about the workstation's day
 * @param closedAt sequence of its till Z, 0 while the day goes on
 * @param zNumber of that till Z, 0 while the day goes on
 * @param unconfirmed movements of cash that no second person has confirmed, on this day or later
 * @param unknownCritical an entry this version does not know and must not close a day without
 */
public record DaySpan(
        long first,
        long last,
        boolean isTouched,
        long closedAt,
        long zNumber,
        int unconfirmed,
        Optional<Unknown> unknownCritical) {
    /** An entry that a newer version wrote. */
    public record Unknown(long sequence, int type) {}

    static DaySpan at(long sequence) {
        return new DaySpan(sequence, sequence, false, 0, 0, 0, Optional.empty());
    }

    DaySpan reaching(long sequence) {
        return new DaySpan(
                first, sequence, isTouched, closedAt, zNumber, unconfirmed, unknownCritical);
    }

    DaySpan closed(long sequence, long number) {
        return new DaySpan(first, last, true, sequence, number, unconfirmed, unknownCritical);
    }

    /**
     * Opened, opened again, or carried over open from another journal: only its next till Z ends
     * it.
     */
    DaySpan opened() {
        return new DaySpan(first, last, true, 0, 0, unconfirmed, unknownCritical);
    }

    /** So many more movements of cash wait for a second person; fewer where it is negative. */
    DaySpan waiting(int more) {
        return new DaySpan(
                first, last, isTouched, closedAt, zNumber, unconfirmed + more, unknownCritical);
    }

    DaySpan with(Unknown unknown) {
        return new DaySpan(
                first, last, isTouched, closedAt, zNumber, unconfirmed, Optional.of(unknown));
    }

    /**
     * Whether the store owes a close-down of it: not of a day on which a device only took in new
     * prices, say, and nobody worked.
     */
    public boolean isOwed() {
        return isTouched || unknownCritical.isPresent();
    }

    public boolean isClosed() {
        return closedAt > 0;
    }
}
