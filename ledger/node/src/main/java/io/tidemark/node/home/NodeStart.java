package io.tidemark.node.home;

import io.tidemark.node.clock.LabClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** What a deployable is started with: its home, and what the command line said. */
public final class NodeStart {
    private final NodeHome home;
    private final NodeSettings settings;
    private final char[] passphrase;
    private final Asked asked;
    private final Halting halting;
    private final Watching watching;

    /** What the command line asked for beyond the settings. */
    public record Asked(Optional<String> labClock, OptionalInt httpPort, Optional<Path> grant) {
        public Asked(Optional<String> labClock, OptionalInt httpPort) {
            this(labClock, httpPort, Optional.empty());
        }

        public static Asked nothing() {
            return new Asked(Optional.empty(), OptionalInt.empty());
        }
    }

    public NodeStart(NodeHome home, char[] passphrase, Asked asked, Halting halting) {
        this(home, passphrase, asked, halting, Watching.NOBODY);
    }

    private NodeStart(
            NodeHome home, char[] passphrase, Asked asked, Halting halting, Watching watching) {
        this.home = home;
        this.settings = home.settings();
        this.passphrase = passphrase.clone();
        this.asked = asked;
        this.halting = halting;
        this.watching = watching;
    }

    /** The same, with somebody who waits for a long check and wants to see it go on. */
    public NodeStart watchedBy(Watching watcher) {
        return new NodeStart(home, passphrase, asked, halting, watcher);
    }

    /** Who is shown how far a check has come. */
    public Watching watching() {
        return watching;
    }

    public NodeHome home() {
        return home;
    }

    public NodeSettings settings() {
        return settings;
    }

    public char[] passphrase() {
        return passphrase.clone();
    }

    /** The loopback port: the command line's, else the settings'; 0 for any. */
    public int httpPort() {
        return asked.httpPort().orElse(settings.httpPort());
    }

    /** A grant of a new epoch that a person gives. */
    public Optional<Path> grant() {
        return asked.grant();
    }

    /** Where a failed force is reported. Does not return when the node runs as a process. */
    public Halting halting() {
        return halting;
    }

    /**
     * The clock the node's business runs on.
     *
     * @param laboratory what the roster says of the organisation
     * @throws CannotRun if a laboratory clock is asked for outside a laboratory, or is misspelt
     */
    public Clock clock(boolean laboratory) {
        try {
            return LabClock.orReal(asked.labClock(), laboratory, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new CannotRun(ExitCode.BAD_USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
