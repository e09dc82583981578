package io.tidemark.lab.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A process, timed from its start to the first of its answers that is what was asked for. */
public final class TimedNode implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);
    private static final int SOCKET_MILLIS_MAX = 30_000;
    private static final Duration BETWEEN = Duration.ofMillis(2);
    private static final byte[] OK = "HTTP/1.1 200".getBytes(US_ASCII);

    private final Launch launch;
    private final Process process;
    private final ProcessGuard guard;
    private final double firstAnswerMillis;

    /**
     * What is started, and what it is asked until it answers.
     *
     * @param home of a node; of another process, a directory without {@code run/ports.json}
     * @param port of its pages
     * @param question a path there
     */
    public record Launch(List<String> command, Path home, int port, String question, Path log) {
        public Launch {
            command = List.copyOf(command);
        }
    }

    private TimedNode(Launch launch, Process process, ProcessGuard guard, long started) {
        this.launch = launch;
        this.process = process;
        this.guard = guard;
        while (!answers()) {
            if (!process.isAlive())
                throw new NodeFailed("the process ended before it answered; see " + launch.log());
            if (System.nanoTime() - started > ANSWER_MAX.toNanos())
                throw new NodeFailed("no answer came; see " + launch.log());
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        this.firstAnswerMillis = (System.nanoTime() - started) / 1e6;
    }

    /** Returns with its first answer. */
    public static TimedNode start(Launch launch) {
        ProcessGuard guard = ProcessGuard.start();
        long started = System.nanoTime();
        Process process = NodeProcess.launch(launch.command(), Map.of(), launch.log());
        guard.watch(process.pid());
        try {
            return new TimedNode(launch, process, guard, started);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            guard.close();
            throw e;
        }
    }

    public double firstAnswerMillis() {
        return firstAnswerMillis;
    }

    /** Of its pages. */
    public int port() {
        return launch.port();
    }

    public long pid() {
        return process.pid();
    }

    /** Where a node listens, once all of it is up. */
    public NodeProcess.Ports ports() {
        return NodeProcess.awaitReady("node", process, launch.home(), launch.log()).ports();
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), launch.port())) {
            socket.setSoTimeout(SOCKET_MILLIS_MAX);
            String question =
                    "GET "
                            + launch.question()
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(US_ASCII));
            InputStream answer = socket.getInputStream();
            byte[] begin = answer.readNBytes(OK.length);
            answer.readAllBytes();
            return Arrays.equals(begin, OK);
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Stops it as a person would. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            guard.close();
        }
    }
}
