package io.tidemark.edge.record;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.proof.ReceiptProof;
import java.util.List;

/**
 * A till's journals, one epoch after the other. Only the current one is written; any thread may
 * read what is forced in each.
 *
 * @param earlier oldest first; those that are still on this disk
 */
public record Journals(Journal current, List<Journal> earlier) {
    public Journals {
        earlier = List.copyOf(earlier);
    }

    public static Journals only(Journal journal) {
        return new Journals(journal, List.of());
    }

    /**
     * An entry as it was recorded.
     *
     * @throws io.tidemark.ledger.event.EntryPruned if it is a receipt that was pruned
     */
    public RecordedEntry entry(JournalId id, long sequence) {
        Journal journal = of(id);
        EntryBytes bytes = journal.entry(sequence);
        return new RecordedEntry(id, sequence, journal.hashAt(sequence), EntryCodec.decode(bytes));
    }

    /**
     * What proves an entry to who trusts this till's key.
     *
     * @throws io.tidemark.ledger.event.EntryPruned as {@link #entry}
     */
    public ReceiptProof proof(JournalId id, long sequence) {
        Journal journal = of(id);
        return ReceiptProof.of(journal.hashAt(sequence - 1), journal.read(sequence, 1).toBatch());
    }

    /** The one with this id. */
    public Journal of(JournalId id) {
        if (id.equals(current.id())) return current;
        return earlier.stream()
                .filter(journal -> journal.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("journal " + id.label() + " is not here"));
    }
}
