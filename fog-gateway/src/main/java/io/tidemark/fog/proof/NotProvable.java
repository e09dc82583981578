package io.tidemark.fog.proof;

/** Why there is no proof, for whoever asked for one, with what to do. */
public final class NotProvable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotProvable(String message) {
        super(message);
    }

    NotProvable(String message, Throwable cause) {
        super(message, cause);
    }
}
