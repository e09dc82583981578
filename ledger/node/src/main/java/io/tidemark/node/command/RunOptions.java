package io.tidemark.node.command;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeStart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a node may be started with beyond its settings. */
final class RunOptions {
    private static final int PORT_MAX = 65_535;

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

    @Option(
            names = "--grant",
            paramLabel = "FILE",
            description =
                    "A till or handheld only: a grant of its next epoch, or of another one's place, to be taken up.")
    private @Nullable Path grant;

    static RunOptions of(
            @Nullable String labClock, @Nullable Integer httpPort, @Nullable Path grant) {
        RunOptions options = new RunOptions();
        options.labClock = labClock;
        options.httpPort = httpPort;
        options.grant = grant;
        return options;
    }

    NodeStart.Asked asked(NodeRole role) {
        if (grant != null && role != NodeRole.TILL)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "--grant is for tills and handhelds; put "
                            + grant
                            + " into the grants/ directory of this node's home instead");
        return new NodeStart.Asked(
                Optional.ofNullable(labClock), port(), Optional.ofNullable(grant));
    }

    private OptionalInt port() {
        if (httpPort == null) return OptionalInt.empty();
        if (httpPort < 0 || httpPort > PORT_MAX)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "--http-port is "
                            + httpPort
                            + "; give a port from 1 to 65535, or 0 for any free one");
        return OptionalInt.of(httpPort);
    }
}
