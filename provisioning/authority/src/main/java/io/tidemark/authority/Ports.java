package io.tidemark.authority;

/** TCP ports as settings give them. */
final class Ports {
    static final int MAX = 65_535;

    private Ports() {}

    /** A port of this node: 0 lets the system choose. */
    static void requireOwn(String field, int port) {
        if (port < 0 || port > MAX)
            throw new ProvisioningRefused(
                    field
                            + ": "
                            + port
                            + " is no port; write 1 to "
                            + MAX
                            + ", or 0 for any free one");
    }
}
