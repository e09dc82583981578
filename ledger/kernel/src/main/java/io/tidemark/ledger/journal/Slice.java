package io.tidemark.ledger.journal;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Entries in a row as they stand in a journal, up to a signed head that is kept there.
 *
 * @param from the sequence of the first
 * @param head about the last
 */
public record Slice(long from, List<EntryBytes> entries, SignedHead head) {
    public Slice {
        entries = List.copyOf(entries);
    }

    public long last() {
        return head.sequence();
    }

    /**
     * The same up to there, where no more may go: that may lie within what was forced as one, and
     * is signed anew.
     *
     * @param hashAt the journal's
     * @throws IllegalArgumentException if it would end before its first
     */
    public Slice upTo(long end, LongFunction<Hash> hashAt, Signer signer) {
        if (last() <= end) return this;
        if (end < from)
            throw new IllegalArgumentException(
                    "nothing may go beyond entry " + end + ", and this begins with " + from);
        return new Slice(
                from,
                entries.subList(0, (int) (end - from + 1)),
                SignedHead.sign(head.journal(), new Head(end, hashAt.apply(end)), signer));
    }

    public Batch toBatch() {
        return new Batch(head.journal(), from, entries, head);
    }
}
