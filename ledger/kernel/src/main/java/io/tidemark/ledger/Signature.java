package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.Arrays;

/** What a {@link Signer} made of a statement: Ed25519 (RFC 8032). */
public final class Signature {
    public static final int BYTES = 64;

    private final byte[] bytes;

    private Signature(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException if there are not 64 bytes
     */
    public static Signature of(byte[] bytes) {
        if (bytes.length != BYTES)
            throw new IllegalArgumentException(
                    "a signature has " + BYTES + " bytes, not " + bytes.length);
        return new Signature(bytes.clone());
    }

    static Signature readFrom(CborReader reader) {
        return new Signature(reader.bytesOf(BYTES));
    }

    CborWriter writeTo(CborWriter writer) {
        return writer.bytes(bytes);
    }

    /** Whether it is this node's, over exactly this statement. */
    boolean isBy(Verifier signer, byte[] statement) {
        return signer.verify(statement, bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
