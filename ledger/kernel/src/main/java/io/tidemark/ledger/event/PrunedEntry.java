package io.tidemark.ledger.event;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.codec.Malformed;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What a journal still has of a receipt that was pruned. Its hash is proven by the signed head
 * behind it; the header is what this node kept, so that no number and no command is used twice, and
 * only the archived entry proves it.
 *
 * @param after the chain after the entry
 */
public record PrunedEntry(Head after, EntryHeader header, Pruning why) {
    private static final int FIXED_BYTES = Long.BYTES + Hash.BYTES + 2 * Integer.BYTES;

    /**
     * When, and by which rule, a receipt was pruned.
     *
     * @param days that receipts are kept at least
     */
    public record Pruning(LocalDate on, int days) {
        @Override
        public String toString() {
            return "on " + on + ", as receipts are kept for " + days + " days here";
        }
    }

    /**
     * Whether an entry is given up: only receipts are. All else is small, and tells a node where it
     * stands; what this version does not understand stays, too.
     */
    public static boolean isGivenUp(EntryBytes entry) {
        try {
            int type = EntryCodec.header(entry).type();
            return type == EventType.SALE_COMPLETED.code()
                    || type == EventType.GOODS_RETURNED.code()
                    || type == EventType.POST_VOIDED.code();
        } catch (Malformed keptWhole) {
            return false;
        }
    }

    public long sequence() {
        return after.sequence();
    }

    public Hash hash() {
        return after.hash();
    }

    /** What is kept of it, the header as it was written. */
    public static byte[] bytes(Head after, EntryBytes entry, Pruning why) {
        byte[] header = entry.header();
        return ByteBuffer.allocate(FIXED_BYTES + header.length)
                .putLong(after.sequence())
                .put(after.hash().toBytes())
                .putInt(Math.toIntExact(why.on().toEpochDay()))
                .putInt(why.days())
                .put(header)
                .array();
    }

    public static PrunedEntry parse(byte[] bytes) {
        if (bytes.length <= FIXED_BYTES)
            throw new Malformed("a pruned entry of " + bytes.length + " bytes");
        ByteBuffer fixed = ByteBuffer.wrap(bytes);
        long sequence = fixed.getLong();
        byte[] hash = new byte[Hash.BYTES];
        fixed.get(hash);
        Pruning why = new Pruning(LocalDate.ofEpochDay(fixed.getInt()), fixed.getInt());
        EntryHeader header =
                EntryCodec.header(Arrays.copyOfRange(bytes, FIXED_BYTES, bytes.length));
        return new PrunedEntry(new Head(sequence, Hash.of(hash)), header, why);
    }
}
