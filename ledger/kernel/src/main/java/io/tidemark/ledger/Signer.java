package io.tidemark.ledger;

/**
 * Signs statements with a node's Ed25519 key (RFC 8032). The key itself never leaves the
 * implementation.
 */
@FunctionalInterface
public interface Signer {
    /** The 64-byte signature over exactly these bytes. */
    byte[] sign(byte[] statement);
}
