package io.tidemark.node.home;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far: closed in reverse order, all of it, whatever fails on the way. */
public final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    public <T extends AutoCloseable> T and(T part) {
        parts.push(part);
        return part;
    }

    /** What prevented a start is what a person must read, not what came of closing after it. */
    public void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException unclean) {
            failure.addSuppressed(unclean);
        }
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // Whatever it is: the others are closed all the same.
                if (failure == null)
                    failure = new IllegalStateException("the node did not stop cleanly", e);
                else failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
    }
}
