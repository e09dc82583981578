package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;

/**
 * A device asks its gateway for a part of the current master-data file.
 *
 * @param have the version it sells by, 0 for none
 * @param version the version it is in the middle of fetching, 0 for whichever is current
 * @param offset where to go on, in bytes of the file
 */
public record MasterAsk(long have, long version, int offset) {
    private static final String TAG = "tidemark-master-ask";
    private static final int TAG_MAX = 40;

    /** The array ["tidemark-master-ask", have, version, offset]. */
    public byte[] toBytes() {
        return new CborWriter()
                .array(4)
                .text(TAG)
                .integer(have)
                .integer(version)
                .integer(offset)
                .toBytes();
    }

    public static MasterAsk parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        MasterAsk ask =
                reader.fields(
                        4,
                        () -> {
                            if (!reader.text(TAG_MAX).equals(TAG))
                                throw new Malformed("no request for master data");
                            return new MasterAsk(
                                    reader.integer(),
                                    reader.integer(),
                                    reader.integer(0, Integer.MAX_VALUE));
                        });
        reader.end();
        return ask;
    }
}
