package io.tidemark.lab.proxy;

/** Counts what has passed upwards, and says when a connection is to break in the middle of it. */
final class Meter {
    private static final long NEVER = Long.MAX_VALUE;

    private long passed;
    private long breaksAt = NEVER;
    private long broken;

    synchronized long passed() {
        return passed;
    }

    /** Connections that broke because they had passed as much as they were allowed. */
    synchronized long broken() {
        return broken;
    }

    synchronized void breakAfter(long bytes) {
        breaksAt = Math.addExact(passed, bytes);
    }

    synchronized void neverBreak() {
        breaksAt = NEVER;
    }

    /**
     * How many of these bytes may pass; they count as passed. If it is fewer than all, the
     * connection breaks after them.
     */
    synchronized int allow(int bytes) {
        int allowed = (int) Math.min(bytes, breaksAt - passed);
        passed += allowed;
        if (allowed < bytes) {
            broken++;
            breaksAt = NEVER;
        }
        return allowed;
    }
}
