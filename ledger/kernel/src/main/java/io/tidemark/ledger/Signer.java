package io.tidemark.ledger;

import java.util.function.Supplier;

/**
 * Signs statements with a node's Ed25519 key (RFC 8032). The key itself never leaves the
 * implementation.
 */
@FunctionalInterface
public interface Signer {
    /** The 64-byte signature over exactly these bytes. */
    byte[] sign(byte[] statement);

    /**
     * Begins to sign these bytes, beside what the caller does next where the signer can; the
     * signature is there when it is asked for, by the same thread. It is to be asked for before the
     * next is begun: so of each thread one is under way at most.
     */
    default Supplier<byte[]> begin(byte[] statement) {
        byte[] signature = sign(statement);
        return () -> signature;
    }
}
