package io.tidemark.lab.demo;

/** The demo cannot go on: a node refused what it should have taken, or did not answer in time. */
public final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DemoFailed(String message) {
        super(message);
    }

    public DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
