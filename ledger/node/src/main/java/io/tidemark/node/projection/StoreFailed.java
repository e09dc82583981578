package io.tidemark.node.projection;

/** The database failed under the projection. It is built anew; the ledger is not affected. */
final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
