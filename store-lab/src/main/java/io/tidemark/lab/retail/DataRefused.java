package io.tidemark.lab.retail;

/** The file, day or currency that was given can't be used. The message says why and what to do. */
public final class DataRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataRefused(String message) {
        super(message);
    }

    public DataRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
