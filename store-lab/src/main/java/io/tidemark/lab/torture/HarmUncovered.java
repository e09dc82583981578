package io.tidemark.lab.torture;

/** A harm brought a node to do what it must never do. */
final class HarmUncovered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HarmUncovered(String message) {
        super(message);
    }
}
