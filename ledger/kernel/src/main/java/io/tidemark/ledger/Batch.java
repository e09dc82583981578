package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.util.List;

/**
 * Entries on their way: framing only. The head is the origin's signed statement at the last of
 * these entries, so a batch proves itself to whoever holds the chain up to {@code from − 1}.
 *
 * @param from the sequence of the first entry, from 1
 */
public record Batch(JournalId origin, long from, List<EntryBytes> entries, SignedHead head) {
    private static final String TAG = "tidemark-batch";

    public Batch {
        entries = List.copyOf(entries);
        if (from < 1) throw new IllegalArgumentException("sequences start at 1, not " + from);
        if (entries.isEmpty()) throw new IllegalArgumentException("a batch needs an entry");
        if (entries.size() > Limits.BATCH_ENTRIES_MAX)
            throw new IllegalArgumentException(
                    "a batch has at most " + Limits.BATCH_ENTRIES_MAX + " entries");
        if (!head.journal().equals(origin) || head.sequence() != from + entries.size() - 1)
            throw new IllegalArgumentException(
                    "the signed head must be of " + origin + " at its last entry");
    }

    /** The sequence of the last entry. */
    public long last() {
        return head.sequence();
    }

    /**
     * The array ["tidemark-batch", from, [entry, …], signed head]; the origin is the signed head's.
     */
    public byte[] toBytes() {
        int size = entries.stream().mapToInt(EntryBytes::size).sum();
        CborWriter writer = new CborWriter(size + 512).array(4).text(TAG).integer(from);
        writer.list(entries, EntryBytes::writeTo);
        return head.writeTo(writer).toBytes();
    }

    public static Batch parse(byte[] bytes) {
        if (bytes.length > Limits.BATCH_BYTES_MAX)
            throw new Malformed(
                    "a batch of "
                            + bytes.length
                            + " bytes where "
                            + Limits.BATCH_BYTES_MAX
                            + " are allowed");
        return Parsing.whole(bytes, Batch::readFrom);
    }

    private static Batch readFrom(CborReader reader) {
        return reader.fields(
                4,
                () -> {
                    Tags.expect(TAG, reader);
                    long from = reader.integer();
                    List<EntryBytes> entries =
                            reader.list(
                                    Limits.BATCH_ENTRIES_MAX, () -> EntryBytes.readFrom(reader));
                    SignedHead head = SignedHead.readFrom(reader);
                    return new Batch(head.journal(), from, entries, head);
                });
    }
}
