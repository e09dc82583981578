package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * Said on every connect: whose journal, which epoch, where it ends. The sender then waits for the
 * current mark.
 */
public record Hello(SignedHead head) {
    private static final String TAG = "tidemark-hello";

    /** The array ["tidemark-hello", signed head]. */
    public byte[] toBytes() {
        return head.writeTo(new CborWriter().array(2).text(TAG)).toBytes();
    }

    public static Hello parse(byte[] bytes) {
        return Parsing.whole(bytes, Hello::readFrom);
    }

    private static Hello readFrom(CborReader reader) {
        return reader.fields(
                2,
                () -> {
                    Tags.expect(TAG, reader);
                    return new Hello(SignedHead.readFrom(reader));
                });
    }
}
