package io.tidemark.node.command;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.running.PinAsked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A supervisor who allows a command, by number and PIN. */
public final class SupervisorOptions {
    static final String SUPERVISOR = "--supervisor";
    static final String FILE = "--pin-file";

    @Option(names = SUPERVISOR, paramLabel = "NUMBER", description = "Who allows it.")
    private @Nullable String supervisor;

    @Option(
            names = FILE,
            paramLabel = "FILE",
            description =
                    "Holds the supervisor's PIN, - if it is piped in; asked for at a terminal if left out.")
    private @Nullable Path file;

    /**
     * As the field {@code approval} of a command; empty where nobody allows it.
     *
     * @param reason why, for the record
     */
    public Optional<String> approval(PinAsked pins, @Nullable String reason) {
        requireNamed();
        if (supervisor == null) return Optional.empty();
        List<String> fields = new ArrayList<>(List.of(Json.field("supervisor", supervisor)));
        pins.of(supervisor, file, FILE).ifPresent(pin -> fields.add(Json.field("pin", pin)));
        if (reason != null) fields.add(Json.field("reason", reason));
        return Optional.of(Json.raw("approval", Json.object(fields)));
    }

    /**
     * @throws CannotRun if there is a PIN, and nobody whose it is
     */
    public void requireNamed() {
        if (supervisor == null && file != null)
            throw new CannotRun(
                    ExitCode.BAD_USAGE, "say with --supervisor whose PIN --pin-file holds");
    }

    /** Whether anything is said of who allows it. */
    public boolean isGiven() {
        return supervisor != null || file != null;
    }

    public boolean isPiped() {
        return PinAsked.isPiped(file);
    }
}
