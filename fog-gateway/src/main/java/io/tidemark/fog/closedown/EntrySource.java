package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.LocalDate;
import java.util.Optional;

/** Where a close-down that is folded again gets a journal's entries from. */
@FunctionalInterface
public interface EntrySource {
    /** Journals as they were opened: whoever opened them to be read has checked every byte. */
    EntrySource AS_OPENED =
            (journal, from, to, visitor) -> journal.journal().replay(from, to, visitor);

    /** Shows the entries from one to another, which is forced. */
    void show(DeviceDays journal, long from, long to, EntryVisitor visitor);

    /**
     * Shows the entries of a day, and perhaps others before and between them.
     *
     * @param end the last to be shown, of whatever day
     */
    default void showDay(DeviceDays journal, LocalDate day, long end, EntryVisitor visitor) {
        long first = journal.day(day).map(DaySpan::first).orElse(end);
        if (end > 0) show(journal, Math.max(1, first), end, visitor);
    }

    /** The last entry that is forced; 0 where there is none. */
    default long received(DeviceDays journal) {
        return journal.received().sequence();
    }

    /** What it goes on from, where it does. */
    default Optional<JournalContinued> continues(DeviceDays journal) {
        return journal.continues();
    }
}
