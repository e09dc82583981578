package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Software;

/** What this process runs. */
public final class RunningSoftware {
    private RunningSoftware() {}

    /**
     * @param profile the name of the hardware profile
     * @param masterData the version that is adopted
     */
    public static Software with(String profile, long masterData) {
        return new Software(version(), Runtime.version().toString(), profile, masterData);
    }

    /** Written into the jar by the build. */
    private static String version() {
        String version = RunningSoftware.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
