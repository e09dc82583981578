package io.tidemark.lab.shop;

/** The demo cannot go on: a node refused what it should have taken, or did not answer in time. */
public final class LabFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LabFailed(String message) {
        super(message);
    }

    public LabFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
