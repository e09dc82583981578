package io.tidemark.edge.sync;

import io.tidemark.ledger.journal.Slice;
import io.tidemark.node.packing.Packing;

/**
 * Reads stretches of the till's journal and packs them for the way. Only the loop's thread uses it.
 */
final class Batches {
    /**
     * Batches of a backlog that are read and packed, and not sent, while the first connection comes
     * up: so the code is compiled when it is there.
     */
    private static final int REHEARSALS = 48;

    private final OwnJournal own;
    private final int bytes;
    private int rehearsals;
    private long rehearsed;

    /**
     * @param bytes entries of a batch, in bytes, where boundaries allow it
     */
    Batches(OwnJournal own, int bytes) {
        this.own = own;
        this.bytes = bytes;
    }

    /**
     * @param last the last entry of it
     */
    record Packed(long last, byte[] message) {}

    /**
     * @throws io.tidemark.ledger.event.EntryPruned where receipts were pruned
     */
    Packed from(long first) {
        Slice slice = own.journal().read(first, bytes);
        return new Packed(slice.last(), Packing.packed(slice.toBatch().toBytes()));
    }

    /**
     * Reads and packs one more of the backlog, for nothing but practice. False if there is none or
     * it was enough.
     */
    boolean rehearse(long marked) {
        long last = own.forced().sequence();
        if (rehearsals == REHEARSALS || last <= Math.max(0, marked)) return false;
        if (own.journal().prunedUpTo() > Math.max(rehearsed, marked)) return false;
        rehearsals++;
        if (rehearsed == last) rehearsed = 0;
        rehearsed = from(Math.max(rehearsed, marked) + 1).last();
        return true;
    }
}
