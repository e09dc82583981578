package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.Optional;

/**
 * Said on every connect: whose journal, which epoch, where it ends. The sender then waits for the
 * current mark.
 *
 * @param disputed a mark of this receiver that does not fit the sender's journal: its own signed
 *     word against the sender's, so that both know of the fork
 */
public record Hello(SignedHead head, Optional<Mark> disputed) {
    private static final String TAG = "tidemark-hello";

    public Hello(SignedHead head) {
        this(head, Optional.empty());
    }

    /** The array ["tidemark-hello", signed head], and the disputed mark if there is one. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(disputed.isPresent() ? 3 : 2).text(TAG);
        head.writeTo(writer);
        disputed.ifPresent(mark -> mark.writeTo(writer));
        return writer.toBytes();
    }

    public static Hello parse(byte[] bytes) {
        return Parsing.whole(bytes, Hello::readFrom);
    }

    private static Hello readFrom(CborReader reader) {
        int items = reader.arrayOfAtLeast(2);
        Tags.expect(TAG, reader);
        SignedHead head = SignedHead.readFrom(reader);
        if (items == 2) return new Hello(head);
        Hello disputing = new Hello(head, Optional.of(Mark.readFrom(reader)));
        reader.skip(items - 3);
        return disputing;
    }
}
