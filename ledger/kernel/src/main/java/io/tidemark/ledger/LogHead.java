package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * What a store's gateway signs of its log of close-downs and supplements: so many there are, and
 * this is the root over them (RFC 6962 §2.1). Whoever keeps one can be shown later that nothing of
 * it was altered or left out. Signed with Ed25519 (RFC 8032).
 *
 * @param size close-downs and supplements in the log
 * @param signature 64 bytes over {@link #statement()}
 */
public record LogHead(
        String organisation, String store, long size, Hash root, Signature signature) {
    private static final String TAG = "tidemark-log";
    private static final int FIELDS = 5;
    private static final int LABEL_MAX = 255;

    public LogHead {
        NodeName.requireStore(organisation, store);
        if (size < 1) throw new IllegalArgumentException("a signed log of " + size + " days");
    }

    public static LogHead sign(NodeName gateway, long size, Hash root, Signer signer) {
        byte[] signature =
                signer.sign(statement(gateway.organisation(), gateway.store(), size, root));
        return new LogHead(
                gateway.organisation(), gateway.store(), size, root, Signature.of(signature));
    }

    public boolean isBy(Verifier gateway) {
        return signature.isBy(gateway, statement());
    }

    public byte[] statement() {
        return statement(organisation, store, size, root);
    }

    private static byte[] statement(String organisation, String store, long size, Hash root) {
        return new CborWriter()
                .array(FIELDS)
                .text(TAG)
                .text(organisation)
                .text(store)
                .integer(size)
                .bytes(root.toBytes())
                .toBytes();
    }

    /** The array [organisation, store, size, root, signature]. */
    public CborWriter writeTo(CborWriter writer) {
        writer.array(FIELDS).text(organisation).text(store).integer(size).bytes(root.toBytes());
        return signature.writeTo(writer);
    }

    public static LogHead readFrom(CborReader reader) {
        reader.arrayOf(FIELDS);
        return Parsing.checked(() ->
                new LogHead(
                        reader.text(LABEL_MAX),
                        reader.text(LABEL_MAX),
                        reader.integer(),
                        Hash.of(reader.bytesOf(Hash.BYTES)),
                        Signature.readFrom(reader)));
    }

    @Override
    public String toString() {
        return store + "'s log of " + size + ":" + root.short6();
    }
}
