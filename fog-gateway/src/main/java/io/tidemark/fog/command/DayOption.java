package io.tidemark.fog.command;

import java.time.LocalDate;
import java.util.Optional;
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

    Optional<String> given() {
        return Optional.ofNullable(day).map(LocalDate::toString);
    }

    /** As an API is asked for it. */
    String query() {
        return given().map(text -> "?day=" + text).orElse("");
    }
}
