package io.tidemark.lab.simulate.disk;

/**
 * The power went inside a disk operation. An error, so that no node can catch it and go on: its
 * process is gone.
 */
public final class PowerLost extends Error {
    private static final long serialVersionUID = 1L;

    PowerLost(String when) {
        super("the power went " + when, null, false, false);
    }
}
