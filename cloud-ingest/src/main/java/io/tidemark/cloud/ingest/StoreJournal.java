package io.tidemark.cloud.ingest;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.sync.Known;
import io.tidemark.node.writer.Group;
import java.util.ArrayList;
import java.util.List;

/** One store's journal as the writer's thread sees it, entries not yet forced included. */
final class StoreJournal {
    private final Journal journal;
    private final Verifier origin;
    private final List<Head> unforced = new ArrayList<>();

    StoreJournal(Journal journal, Verifier origin) {
        this.journal = journal;
        this.origin = origin;
    }

    Journal journal() {
        return journal;
    }

    Known known(Roster.Member peer, boolean quarantined) {
        return new Known(
                peer.name(), peer.journal(), journal.head(), this::hashAt, origin, quarantined);
    }

    /** False when so much waits for a force already that the sender has to try again. */
    boolean hasRoomFor(List<EntryBytes> entries) {
        int bytes = entries.stream().mapToInt(EntryBytes::size).sum();
        return journal.pendingBytes() + bytes <= Journal.PENDING_BYTES_MAX;
    }

    /**
     * Chains the entries on, and has them forced with the group under the newest head the origin
     * signed.
     */
    void append(List<EntryBytes> entries, SignedHead head, Group group, Runnable forced) {
        group.force(journal.id(), () -> force(head, forced));
        for (EntryBytes entry : entries) unforced.add(journal.append(entry));
    }

    private void force(SignedHead head, Runnable forced) {
        journal.force(head);
        unforced.clear();
        forced.run();
    }

    private Hash hashAt(long sequence) {
        long beyond = sequence - journal.forced().sequence();
        return beyond <= 0 ? journal.hashAt(sequence) : unforced.get((int) beyond - 1).hash();
    }
}
