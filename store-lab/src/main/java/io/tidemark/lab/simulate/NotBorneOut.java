package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.EntryBytes;
import java.util.HashSet;
import java.util.Set;

/** Close-downs that were signed, and that no second computation has borne out yet. */
final class NotBorneOut {
    private final Set<EntryBytes> waiting = new HashSet<>();

    void signed(EntryBytes closeDown) {
        waiting.add(closeDown);
    }

    void borneOut(EntryBytes closeDown) {
        waiting.remove(closeDown);
    }

    /** Head office has this entry. */
    void arrived(EntryBytes entry) {
        Violation.require(
                !waiting.contains(entry),
                Check.BORNE_OUT,
                () -> "head office has a close-down that was not computed again");
    }
}
