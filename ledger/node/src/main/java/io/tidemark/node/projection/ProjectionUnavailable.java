package io.tidemark.node.projection;

/**
 * Nothing can be read just now: the projection is being built or has failed. What is recorded is
 * not affected.
 */
public final class ProjectionUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProjectionUnavailable(String message) {
        super(message);
    }

    ProjectionUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
