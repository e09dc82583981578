package io.tidemark.identity;

/** Sealed bytes that do not open: another key, another purpose, altered, or cut off. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }

    SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
