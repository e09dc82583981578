package io.tidemark.identity;

/**
 * A node's identity is missing, damaged, or does not fit together. The message says how to get it
 * back.
 */
public final class IdentityDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdentityDamaged(String message) {
        super(message);
    }

    public IdentityDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
