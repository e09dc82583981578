package io.tidemark.node.home;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A node as this process: up, announced, and down again.
 *
 * <pre>
 * start fails        the message, and the failure's exit code
 * SIGTERM, SIGINT    clean stop, exit 0
 * broken promise     no clean stop, exit 7
 * </pre>
 */
public final class NodeProcess {
    private NodeProcess() {}

    /**
     * Returns only by an exception: the shutdown hook ends a process that is up.
     *
     * @param taken takes the directory for this process
     * @param asked what it is to be started with
     */
    public static void run(
            Deployable deployable, Supplier<NodeHome> taken, Function<NodeHome, NodeStart> asked)
            throws Exception {
        UncaughtWatch.install();
        NodeHome home = taken.get();
        try {
            PortsFile.removeStale(home.run());
            RunningNode node = deployable.start(asked.apply(home));
            announce(home, node);
        } catch (Exception | Error e) {
            // Whatever prevented the start: the directory is free for the next one.
            home.close();
            throw e;
        }
        new CountDownLatch(1).await();
    }

    /** Ends the process without its clean stop, after saying why. */
    public static void halt(Throwable why) {
        Failure failure = Failure.of(why);
        // Where it came from, too, and not through a logger, which may need the disk that is full.
        why.printStackTrace();
        System.err.println(failure.message());
        System.err.flush();
        Runtime.getRuntime().halt(failure.exitCode().code());
    }

    private static void announce(NodeHome home, RunningNode node) {
        UncaughtWatch.install();
        PortsFile ports = PortsFile.write(home.run(), node.ports());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, node, ports), "stop"));
        System.out.println("ready " + node.ports().address());
        System.out.flush();
    }

    /**
     * Halts at the end, because the JVM would exit with 143 after a SIGTERM, and a clean stop is no
     * failure.
     */
    private static void stop(NodeHome home, RunningNode node, PortsFile ports) {
        try {
            ports.close();
            node.close();
            home.close();
        } catch (RuntimeException | Error e) {
            // Nobody waits for this thread: the exit code tells that something was not closed.
            halt(e);
        }
        System.out.flush();
        Runtime.getRuntime().halt(ExitCode.OK.code());
    }
}
