package io.tidemark.node.home;

/** A node that is up. */
public interface RunningNode extends AutoCloseable {
    Ports ports();

    /** The clean stop: answers what waits, forces, closes. */
    @Override
    void close();
}
