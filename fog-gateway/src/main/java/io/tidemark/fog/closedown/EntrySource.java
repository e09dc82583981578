package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.journal.EntryVisitor;

/** Where a close-down that is folded again gets a journal's entries from. */
@FunctionalInterface
public interface EntrySource {
    /** Journals as they were opened: whoever opened them to be read has checked every byte. */
    EntrySource AS_OPENED =
            (journal, from, to, visitor) -> journal.journal().replay(from, to, visitor);

    /** Shows the entries from one to another, which is forced. */
    void show(DeviceDays journal, long from, long to, EntryVisitor visitor);
}
