package io.tidemark.ledger.fetch;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.util.Optional;

/**
 * The answer to a {@link JournalAsk}.
 *
 * @param epoch as asked
 * @param from as asked
 * @param batch entries from there on; empty if the peer has none
 */
public record JournalPart(int epoch, long from, Optional<Batch> batch) {
    private static final String TAG = "tidemark-journal-part";
    private static final int TAG_MAX = 40;

    /** The array ["tidemark-journal-part", epoch, from, the batch's bytes or null]. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(4).text(TAG).integer(epoch).integer(from);
        if (batch.isEmpty()) return writer.nothing().toBytes();
        return writer.bytes(batch.get().toBytes()).toBytes();
    }

    /**
     * @throws Malformed if these bytes are no such answer
     */
    public static JournalPart parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        JournalPart part = reader.fields(4, () -> read(reader));
        reader.end();
        return part;
    }

    private static JournalPart read(CborReader reader) {
        if (!reader.text(TAG_MAX).equals(TAG)) throw new Malformed("no part of a journal");
        return new JournalPart(
                reader.integer(1, Integer.MAX_VALUE),
                reader.integer(),
                reader.takeNothing()
                        ? Optional.empty()
                        : Optional.of(Batch.parse(reader.bytes(Limits.BATCH_BYTES_MAX))));
    }
}
