package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * The gateway signed the store's log of close-downs, with the one before it as its last leaf.
 *
 * @param size close-downs and supplements in the log
 * @param root over them
 * @param signature over {@link LogHead#statement()}
 */
public record StoreLogSigned(long size, Hash root, Signature signature) implements Event {
    private static final int FIELDS = 3;

    public StoreLogSigned {
        if (size < 1) throw new IllegalArgumentException("a signed log of " + size + " days");
    }

    public static StoreLogSigned of(LogHead head) {
        return new StoreLogSigned(head.size(), head.root(), head.signature());
    }

    /** As it is checked by itself. */
    public LogHead head(NodeName gateway) {
        return new LogHead(gateway.organisation(), gateway.store(), size, root, signature);
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(size).bytes(root.toBytes()).bytes(signature.toBytes());
    }

    static StoreLogSigned readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new StoreLogSigned(
                                reader.integer(),
                                Items.hash(reader),
                                Signature.of(reader.bytesOf(Signature.BYTES))));
    }
}
