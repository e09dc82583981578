package io.tidemark.ledger.question;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;

/**
 * A device asks its gateway something. Who asks, the connection's certificate says.
 *
 * @param id by which the device knows the reply; never negative
 */
public record Question(long id, Subject subject) {
    /** Bytes of the longest, and room for what later versions add. */
    public static final int BYTES_MAX = 1 << 10;

    private static final String TAG = "tidemark-question";

    public Question {
        if (id < 0) throw new IllegalArgumentException("a question's id is never negative");
    }

    /** The array ["tidemark-question", id, the subject's kind, the subject]. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(4).text(TAG).integer(id);
        subject.writeTo(writer.integer(subject.kind()));
        return writer.toBytes();
    }

    /**
     * @throws Malformed if these bytes are no question
     */
    public static Question parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX)
            throw new Malformed("a question of " + bytes.length + " bytes, beyond " + BYTES_MAX);
        return Parts.message(TAG, bytes, Question::read);
    }

    private static Question read(CborReader reader) {
        return new Question(
                reader.integer(), Subject.readFrom(reader.integer(1, Integer.MAX_VALUE), reader));
    }
}
