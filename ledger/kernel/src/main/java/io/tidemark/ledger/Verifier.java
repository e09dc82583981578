package io.tidemark.ledger;

/** Checks statements against one node's Ed25519 public key (RFC 8032). */
@FunctionalInterface
public interface Verifier {
    /**
     * True only if {@code signature} is this node's over exactly {@code statement}; never throws
     * for bad bytes.
     */
    boolean verify(byte[] statement, byte[] signature);
}
