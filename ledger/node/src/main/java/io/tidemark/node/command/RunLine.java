package io.tidemark.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeProcess;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code run} with its options in their plain form, each with its value as the next word, which is
 * how nodes are started. Understood here, for the library that reads all other command lines, by
 * reflection, costs a start 0.15 s and 200 classes. Whatever else is written is left to that one,
 * which also knows how to refuse it.
 */
record RunLine(HomeOptions home, RunOptions options) {
    private static final String RUN = "run";
    private static final String DIR = "--dir";
    private static final String PASSPHRASE_FILE = "--passphrase-file";
    private static final String LAB_CLOCK = "--lab-clock";
    private static final String HTTP_PORT = "--http-port";
    private static final String GRANT = "--grant";
    private static final Set<String> NAMES =
            Set.of(DIR, PASSPHRASE_FILE, LAB_CLOCK, HTTP_PORT, GRANT);

    /** Empty if it is anything else, or not certain to be right. */
    static Optional<RunLine> of(String... arguments) {
        if (arguments.length % 2 == 0 || !arguments[0].equals(RUN)) return Optional.empty();
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2)
            if (!NAMES.contains(arguments[i])
                    || arguments[i + 1].isEmpty()
                    || arguments[i + 1].startsWith("-")
                    || given.put(arguments[i], arguments[i + 1]) != null) return Optional.empty();
        return understood(given);
    }

    private static Optional<RunLine> understood(Map<String, String> given) {
        try {
            Path directory = path(given.get(DIR));
            Path passphraseFile = path(given.get(PASSPHRASE_FILE));
            if (directory == null || passphraseFile == null) return Optional.empty();
            @Nullable String port = given.get(HTTP_PORT);
            return Optional.of(
                    new RunLine(
                            HomeOptions.of(directory, passphraseFile),
                            RunOptions.of(
                                    given.get(LAB_CLOCK),
                                    port == null ? null : Integer.valueOf(port),
                                    path(given.get(GRANT)))));
        } catch (NumberFormatException | InvalidPathException refusedByTheLibrary) {
            return Optional.empty();
        }
    }

    private static @Nullable Path path(@Nullable String given) {
        return given == null ? null : Path.of(given);
    }

    /** Returns only if it cannot run: the exit code, and why is said. */
    int run(Deployable deployable) {
        try {
            start(deployable);
            return ExitCode.OK.code();
        } catch (Exception e) { // Whatever it is: the words for it are found in one place.
            return NodeMain.explained(e, new PrintWriter(System.err, false, UTF_8));
        }
    }

    void start(Deployable deployable) throws Exception {
        NodeProcess.run(
                deployable,
                () -> home.take(deployable.role()),
                taken -> home.start(taken, options.asked(deployable.role())));
    }
}
