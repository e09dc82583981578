package io.tidemark.ledger.receive;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import java.util.ArrayList;
import java.util.List;

/**
 * Another history of a journal, as far as it was shown: properly signed and chained onto what both
 * have in common.
 *
 * @param at the sequence of its first entry of its own
 * @param hashes the chain's hash at each of its entries, from {@code at} on
 * @param files the messages that brought them, in order
 */
public record Branch(long at, List<Hash> hashes, List<String> files) {
    public Branch {
        hashes = List.copyOf(hashes);
        files = List.copyOf(files);
    }

    /** The last sequence that it has in common with what was accepted. */
    public long shared() {
        return at - 1;
    }

    /** Where it ends, as far as it was shown. */
    public Head head() {
        return new Head(at + hashes.size() - 1, hashes.getLast());
    }

    /**
     * @param sequence from {@code at} to the head's
     */
    public Hash hashAt(long sequence) {
        return hashes.get((int) (sequence - at));
    }

    Branch extended(List<Hash> more, String file) {
        List<Hash> all = new ArrayList<>(hashes);
        all.addAll(more);
        List<String> from = new ArrayList<>(files);
        from.add(file);
        return new Branch(at, all, from);
    }
}
