package io.tidemark.node.running;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's PIN: typed unseen at a terminal, or the first line of a file or of what is piped in.
 * Never an argument, which every user of the machine can read.
 */
public final class PinAsked {
    /** As a file, stands for what is piped in. */
    private static final Path PIPED = Path.of("-");

    private final @Nullable Console terminal;
    private final InputStream piped;

    /**
     * @param terminal null where nobody sits at one
     */
    public PinAsked(@Nullable Console terminal, InputStream piped) {
        this.terminal = terminal;
        this.piped = piped;
    }

    public static PinAsked ofThisProcess() {
        Console terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);
        return new PinAsked(terminal, System.in);
    }

    /** Whether this stands for what is piped in, which can be read once. */
    public static boolean isPiped(@Nullable Path file) {
        return PIPED.equals(file);
    }

    /**
     * Empty where none was given: a store whose master data name nobody needs none.
     *
     * @param option which names the file, for who is told to give one
     * @throws CannotRun if the file cannot be read, or nobody can be asked: what waited for a PIN
     *     that nobody pipes in would wait for ever
     */
    public Optional<String> of(String who, @Nullable Path file, String option) {
        String given =
                file == null
                        ? asked(who, option)
                        : isPiped(file) ? piped(option) : firstLine(file, option);
        return Optional.of(given.strip()).filter(pin -> !pin.isEmpty());
    }

    private String asked(String who, String option) {
        if (terminal == null)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "this is no terminal to ask for the PIN of "
                            + who
                            + ": give "
                            + option
                            + " FILE, or "
                            + option
                            + " - to pipe it in");
        char[] typed = terminal.readPassword("PIN of %s: ", who);
        return typed == null ? "" : new String(typed);
    }

    private String piped(String option) {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(piped, StandardCharsets.UTF_8))
                            .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw unreadable("what is piped in", option, e);
        }
    }

    private static String firstLine(Path file, String option) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw unreadable(file.toString(), option, e);
        }
    }

    private static CannotRun unreadable(String what, String option, IOException cause) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                "the PIN cannot be read from "
                        + what
                        + " ("
                        + cause
                        + "): give "
                        + option
                        + " FILE",
                cause);
    }
}
