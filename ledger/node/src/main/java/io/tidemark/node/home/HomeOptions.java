package io.tidemark.node.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every node command. */
final class HomeOptions {
    private static final int PASSPHRASE_BYTES_MAX = 1_024;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "The node's directory.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path directory;

    @Option(
            names = "--passphrase-file",
            required = true,
            paramLabel = "FILE",
            description = "Holds the passphrase of the node's identity.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path passphraseFile;

    @Option(
            names = "--lab-clock",
            paramLabel = "START[@ANCHOR]×RATE[..END]",
            description = "Business time of a laboratory, such as 2010-12-01T08:00:00Z×60.")
    private @Nullable String labClock;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "The loopback port of pages and API, instead of node.yaml's; 0 for any.")
    private @Nullable Integer httpPort;

    /**
     * @throws CannotRun if another program's home is given: it would find journals that it cannot
     *     read
     */
    NodeHome home(NodeRole role) {
        NodeHome home = NodeHome.open(directory);
        try {
            NodeRole found = home.settings().role();
            if (found == role) return home;
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    directory
                            + " is the home of a "
                            + found.label()
                            + ": run it with "
                            + found.program()
                            + ", not "
                            + role.program());
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    NodeStart start(NodeHome home, Halting halting) {
        return new NodeStart(
                home,
                passphrase(),
                new NodeStart.Asked(Optional.ofNullable(labClock), port()),
                halting);
    }

    private OptionalInt port() {
        if (httpPort == null) return OptionalInt.empty();
        if (httpPort < 0 || httpPort > 65_535)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "--http-port is "
                            + httpPort
                            + "; give a port from 1 to 65535, or 0 for any free one");
        return OptionalInt.of(httpPort);
    }

    private char[] passphrase() {
        try {
            if (Files.size(passphraseFile) > PASSPHRASE_BYTES_MAX)
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        passphraseFile
                                + " is too long to hold a passphrase; give the file from provisioning");
            return Files.readString(passphraseFile).stripTrailing().toCharArray();
        } catch (IOException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "cannot read the passphrase file: "
                            + e
                            + "; give the file from provisioning with --passphrase-file",
                    e);
        }
    }
}
