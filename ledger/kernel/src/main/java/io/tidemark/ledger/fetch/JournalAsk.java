package io.tidemark.ledger.fetch;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;

/**
 * A device asks its gateway for what that has received of its own journal. Whose it is, the
 * connection's certificate says.
 *
 * @param epoch which life of the device
 * @param from the first sequence wanted, from 1
 */
public record JournalAsk(int epoch, long from) {
    private static final String TAG = "tidemark-journal-ask";
    private static final int TAG_MAX = 40;

    public JournalAsk {
        if (epoch < 1 || from < 1)
            throw new IllegalArgumentException(
                    "epochs and sequences start at 1, not " + epoch + " and " + from);
    }

    /** The array ["tidemark-journal-ask", epoch, from]. */
    public byte[] toBytes() {
        return new CborWriter().array(3).text(TAG).integer(epoch).integer(from).toBytes();
    }

    /**
     * @throws Malformed if these bytes are no such question
     */
    public static JournalAsk parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        try {
            JournalAsk ask = reader.fields(3, () -> read(reader));
            reader.end();
            return ask;
        } catch (IllegalArgumentException e) {
            throw new Malformed("no request for a journal: " + e.getMessage(), e);
        }
    }

    private static JournalAsk read(CborReader reader) {
        if (!reader.text(TAG_MAX).equals(TAG)) throw new Malformed("no request for a journal");
        return new JournalAsk(reader.integer(1, Integer.MAX_VALUE), reader.integer());
    }
}
