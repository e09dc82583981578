package io.tidemark.ledger.codec;

/**
 * Bytes from outside that are not what they should be. The message says what was expected and
 * where.
 */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }

    public Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
