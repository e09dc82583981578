package io.tidemark.ledger.question;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;

/**
 * The gateway replies to a {@link Question}.
 *
 * @param id the question's
 */
public record Answered(long id, Reply reply) {
    /** Bytes of the largest: one whole entry, and how much of each of its lines came back. */
    public static final int BYTES_MAX = Limits.BATCH_BYTES_MAX;

    private static final String TAG = "tidemark-answered";

    /** The array ["tidemark-answered", id, the reply's kind, the reply]. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(4).text(TAG).integer(id);
        reply.writeTo(writer.integer(reply.kind()));
        return writer.toBytes();
    }

    /**
     * @throws Malformed if these bytes are no reply
     */
    public static Answered parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX)
            throw new Malformed("a reply of " + bytes.length + " bytes, beyond " + BYTES_MAX);
        return Parts.message(TAG, bytes, Answered::read);
    }

    private static Answered read(CborReader reader) {
        return new Answered(
                reader.integer(), Reply.readFrom(reader.integer(1, Integer.MAX_VALUE), reader));
    }
}
