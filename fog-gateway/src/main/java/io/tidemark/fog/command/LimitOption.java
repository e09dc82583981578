package io.tidemark.fog.command;

import picocli.CommandLine.Option;

/** How much of a list. */
final class LimitOption {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many at most, 1 to 1000; ${DEFAULT-VALUE} if left out.")
    private int limit;

    /** As an API is asked for it. */
    String query() {
        return "limit=" + limit;
    }
}
