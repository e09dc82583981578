package io.tidemark.node.projection;

import java.util.Optional;

/** Tells how far a long catching-up is, each tenth of the way. */
final class CatchUp {
    private static final int STEPS = 10;

    /** Below this it is over before anybody would ask. */
    private static final long WORTH_TELLING = 20_000;

    private final String name;
    private final long entries;
    private long told;

    CatchUp(String name, long entries) {
        this.name = name;
        this.entries = entries;
    }

    Optional<String> now(long behind) {
        if (entries < WORTH_TELLING) return Optional.empty();
        long tenths = Math.max(0, entries - behind) * STEPS / entries;
        if (tenths <= told) return Optional.empty();
        told = tenths;
        return Optional.of(
                "projection "
                        + name
                        + " catches up: "
                        + tenths * STEPS
                        + " % of "
                        + entries
                        + " entries");
    }
}
