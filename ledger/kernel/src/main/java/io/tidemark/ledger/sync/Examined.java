package io.tidemark.ledger.sync;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Verifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch with what can be said of it without knowing the journal: whether its signature is the
 * origin's, and its chain from a hash that it is expected to follow. Any thread may work this out
 * beforehand; if the journal turns out to have another hash there, the chain is followed again.
 *
 * @param before the hash that the chain was started from, of the entry before the batch
 * @param hashes the chain's hash after each entry
 */
public record Examined(Batch batch, boolean isSigned, Hash before, List<Hash> hashes) {
    public Examined {
        hashes = List.copyOf(hashes);
        if (hashes.size() != batch.entries().size())
            throw new IllegalArgumentException("a hash for each entry");
    }

    public static Examined of(Batch batch, Verifier origin, Hash before) {
        return new Examined(batch, batch.head().isBy(origin), before, chain(batch, before));
    }

    Examined from(Hash known) {
        return known.equals(before)
                ? this
                : new Examined(batch, isSigned, known, chain(batch, known));
    }

    /** After the last entry: where a batch that follows this one is expected to start. */
    public Hash after() {
        return hashes.getLast();
    }

    boolean leadsToHead() {
        return after().equals(batch.head().hash());
    }

    Hash hashAt(long sequence) {
        return hashes.get((int) (sequence - batch.from()));
    }

    private static List<Hash> chain(Batch batch, Hash before) {
        List<Hash> hashes = new ArrayList<>(batch.entries().size());
        Head at = new Head(batch.from() - 1, before);
        for (EntryBytes entry : batch.entries()) {
            at = at.then(entry);
            hashes.add(at.hash());
        }
        return hashes;
    }
}
