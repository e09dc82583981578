package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.StoreDayClosed;
import java.util.HashMap;
import java.util.Map;

/** Which entries of a journal were written to the one before, and taken in at its beginning. */
final class Branches {
    private final Map<JournalId, Long> ends = new HashMap<>();

    /** The next entry, or one that was seen before. */
    void entry(JournalId journal, long sequence, Event event) {
        if (sequence == 1 && event instanceof JournalContinued from)
            ends.put(journal, 1 + from.branchEntries());
    }

    boolean has(JournalId journal, long sequence) {
        return sequence <= ends.getOrDefault(journal, 0L);
    }

    /**
     * Whether it is a close-down that a gateway made on a branch, without knowing what had been
     * closed on the accepted history: kept and shown, and not filed. The days are closed again.
     */
    boolean isUnfiled(JournalId journal, long sequence, Event event) {
        return event instanceof StoreDayClosed && has(journal, sequence);
    }
}
