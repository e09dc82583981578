package io.tidemark.node.command;

import io.tidemark.identity.Passphrase;
import io.tidemark.identity.WrongPassphrase;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Halting;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeProcess;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeStart;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every node command: which node, and what opens its identity. */
public final class HomeOptions {
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

    static HomeOptions of(Path directory, Path passphraseFile) {
        HomeOptions options = new HomeOptions();
        options.directory = directory;
        options.passphraseFile = passphraseFile;
        return options;
    }

    /**
     * Takes the directory for this process.
     *
     * @throws CannotRun if another program's home is given: it would find journals that it cannot
     *     read
     */
    public NodeHome take(NodeRole role) {
        return requireRole(NodeHome.open(directory), role);
    }

    /**
     * Looks into the directory beside whoever holds it.
     *
     * @throws CannotRun if another program's home is given
     */
    public NodeHome look(NodeRole role) {
        return requireRole(NodeHome.toRead(directory), role);
    }

    static NodeHome requireRole(NodeHome home, NodeRole role) {
        try {
            NodeRole found = home.settings().role();
            if (found.program().equals(role.program())) return home;
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    home.directory()
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

    public NodeStart start(NodeHome home, NodeStart.Asked asked) {
        Halting halting = NodeProcess::halt;
        return new NodeStart(home, passphrase(), asked, halting);
    }

    public char[] passphrase() {
        try {
            return Passphrase.readFile(passphraseFile);
        } catch (WrongPassphrase unusable) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE, String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
