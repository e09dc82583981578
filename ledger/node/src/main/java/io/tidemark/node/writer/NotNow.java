package io.tidemark.node.writer;

import java.time.Duration;

/** The writer takes no more just now. Nothing was recorded: the same command may come again. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public NotNow(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
