package io.tidemark.fog.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which business day. */
final class DayOption {
    @Option(
            names = "--day",
            paramLabel = "D",
            description =
                    "The business day, such as 2026-11-21; the store's current one if left out.")
    private @Nullable LocalDate day;

    /** As an API is asked for it. */
    String query() {
        return day == null ? "" : "?day=" + day;
    }
}
