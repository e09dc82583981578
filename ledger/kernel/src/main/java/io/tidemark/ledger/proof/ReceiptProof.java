package io.tidemark.ledger.proof;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.util.List;

/**
 * That an entry stands in its device's journal: the hash before it, its bytes and those of what
 * follows, up to the next head that the device signed. A hash covers all that is before it, so who
 * trusts the device's key need trust nobody who handed this on.
 *
 * @param sequence of the entry that is proven, from 1
 * @param previous the chain's hash before it
 * @param entries that entry first, then those up to the signed head
 * @param head the device's statement about the last of them
 */
public record ReceiptProof(
        long sequence, Hash previous, List<EntryBytes> entries, SignedHead head) {
    /** Bytes of a proof: what one batch may bring, and room. */
    public static final int BYTES_MAX = Limits.BATCH_BYTES_MAX + 1024;

    private static final String TAG = "tidemark-receipt-proof";
    private static final int TAG_MAX = 40;

    public ReceiptProof {
        entries = List.copyOf(entries);
        if (sequence < 1)
            throw new IllegalArgumentException("sequences start at 1, not " + sequence);
        if (entries.isEmpty() || entries.size() > Limits.BATCH_ENTRIES_MAX)
            throw new IllegalArgumentException(
                    "a proof has 1 to " + Limits.BATCH_ENTRIES_MAX + " entries");
        if (head.sequence() != sequence + entries.size() - 1)
            throw new IllegalArgumentException(
                    "the signed head is of entry "
                            + head.sequence()
                            + ", the last entry is "
                            + (sequence + entries.size() - 1));
    }

    /** Of the first entry of a batch. */
    public static ReceiptProof of(Hash previous, Batch batch) {
        return new ReceiptProof(batch.from(), previous, batch.entries(), batch.head());
    }

    /** What it comes to for who holds the device's key. */
    public sealed interface Verdict {
        /**
         * @param head the chain after the entry
         */
        record Proven(EntryBytes entry, Head head) implements Verdict {}

        /**
         * @param why for people
         */
        record Refused(String why) implements Verdict {}
    }

    /**
     * @param journal whose entry was asked for
     * @param asked which
     * @param origin the device's key
     */
    public Verdict verify(JournalId journal, long asked, Verifier origin) {
        if (!head.journal().equals(journal))
            return new Verdict.Refused("it is of " + head.journal() + ", not of " + journal);
        if (sequence != asked)
            return new Verdict.Refused("it is of entry " + sequence + ", not of entry " + asked);
        Head first = new Head(sequence - 1, previous).then(entries.getFirst());
        Head last = first;
        for (EntryBytes entry : entries.subList(1, entries.size())) last = last.then(entry);
        if (!last.equals(head.head()))
            return new Verdict.Refused(
                    "its entries lead to hash "
                            + last.hash().short6()
                            + " at entry "
                            + last.sequence()
                            + ", and the signed head says "
                            + head.hash().short6());
        if (!head.isBy(origin))
            return new Verdict.Refused(
                    "the head at entry "
                            + head.sequence()
                            + " is not signed with the key of "
                            + journal.node());
        return new Verdict.Proven(entries.getFirst(), first);
    }

    /** The array ["tidemark-receipt-proof", sequence, previous, [entry, …], signed head]. */
    public byte[] toBytes() {
        int size = entries.stream().mapToInt(EntryBytes::size).sum();
        CborWriter writer = new CborWriter(size + 512).array(5).text(TAG).integer(sequence);
        writer.bytes(previous.toBytes()).list(entries, EntryBytes::writeTo);
        return head.writeTo(writer).toBytes();
    }

    /**
     * @throws Malformed if these bytes are no proof
     */
    public static ReceiptProof parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX)
            throw new Malformed(
                    "a proof of " + bytes.length + " bytes where " + BYTES_MAX + " are allowed");
        CborReader reader = new CborReader(bytes);
        try {
            ReceiptProof proof = reader.fields(5, () -> read(reader));
            reader.end();
            return proof;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Malformed("no proof of a receipt: " + e.getMessage(), e);
        }
    }

    private static ReceiptProof read(CborReader reader) {
        if (!reader.text(TAG_MAX).equals(TAG)) throw new Malformed("no proof of a receipt");
        return new ReceiptProof(
                reader.integer(),
                Hash.of(reader.bytesOf(Hash.BYTES)),
                reader.list(Limits.BATCH_ENTRIES_MAX, () -> EntryBytes.readFrom(reader)),
                SignedHead.readFrom(reader));
    }
}
