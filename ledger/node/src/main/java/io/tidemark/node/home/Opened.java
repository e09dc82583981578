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

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                if (failure == null)
                    failure = new IllegalStateException("the node did not stop cleanly", e);
                else failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
    }
}
