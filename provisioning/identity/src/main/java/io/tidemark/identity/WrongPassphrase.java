package io.tidemark.identity;

/** The passphrase does not open what it should. The message says which, and what to try. */
public final class WrongPassphrase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongPassphrase(String message) {
        super(message);
    }

    public WrongPassphrase(String message, Throwable cause) {
        super(message, cause);
    }
}
