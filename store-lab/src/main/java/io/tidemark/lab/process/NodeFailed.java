package io.tidemark.lab.process;

/**
 * A node's process could not be started, or ended when it should run. The message carries its last
 * words.
 */
public final class NodeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NodeFailed(String message) {
        super(message);
    }

    public NodeFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
