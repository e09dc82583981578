package io.tidemark.lab.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One run of one node: from its start until it was stopped, killed, or ended by itself. */
public final class NodeProcess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(40);
    private static final int LAST_WORDS = 15;
    private static final long POLL_MILLIS = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Ports ports;

    /** Where a node listens; 0 where it does not. */
    public record Ports(int http, int mqtt, int tls) {}

    private NodeProcess(String name, Process process, Path log, Ports ports) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.ports = ports;
    }

    /** Starts it, without waiting. */
    static Process launch(List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new NodeFailed("cannot start " + command.getFirst(), e);
        }
    }

    /** As if the power went while it was starting. */
    static boolean killAfter(Process process, Duration time) {
        boolean alive = !endedWithin(process, time.toMillis());
        process.destroyForcibly();
        endedWithin(process, STOP_MAX.toMillis());
        return alive;
    }

    /** Starts it and waits until it has ended; kills it where it does not end within this time. */
    static LabNode.Ended runToTheEnd(List<String> command, Duration within) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            CompletableFuture<Void> limit = killedAfter(process, within);
            process.getOutputStream().close();
            String words =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (limit.isDone())
                throw new NodeFailed(
                        "still running after " + within.toSeconds() + " s, so killed:\n" + words);
            limit.cancel(false);
            return new LabNode.Ended(code, words);
        } catch (IOException e) {
            throw new NodeFailed("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailed("interrupted while waiting for a node", e);
        }
    }

    private static CompletableFuture<Void> killedAfter(Process process, Duration time) {
        Executor later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(process::destroyForcibly, later);
    }

    /**
     * Waits until it says where it listens.
     *
     * @throws NodeFailed if it ends before, with what it said last
     */
    static NodeProcess awaitReady(String name, Process process, Path home, Path log) {
        long until = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < until) {
            if (endedWithin(process, POLL_MILLIS))
                throw new NodeFailed(
                        name + " ended with " + process.exitValue() + ":\n" + lastWords(log));
            Optional<Ports> ports = ports(home, process.pid());
            if (ports.isPresent()) return new NodeProcess(name, process, log, ports.get());
        }
        process.destroyForcibly();
        throw new NodeFailed(
                name + " was not ready within " + START_MAX.toSeconds() + " s:\n" + lastWords(log));
    }

    public Ports ports() {
        return ports;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code, if it ends by itself within this time. */
    OptionalInt endsWithin(Duration time) {
        return endedWithin(process, time.toMillis())
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** As if the power went: {@code kill -9}. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        ended(STOP_MAX);
    }

    /** A clean stop (SIGTERM). @throws NodeFailed if it did not end cleanly */
    public void stop() {
        process.destroy();
        ended(STOP_MAX);
        if (process.exitValue() != 0)
            throw new NodeFailed(
                    name + " stopped with " + process.exitValue() + ":\n" + lastWords(log));
    }

    /**
     * Ends it, cleanly if it can be done in time.
     *
     * @return whether it was
     */
    boolean end(boolean cleanly) {
        if (cleanly) process.destroy();
        if (!cleanly || !endedWithin(process, STOP_MAX.toMillis())) process.destroyForcibly();
        return endedWithin(process, STOP_MAX.toMillis()) && process.exitValue() == 0;
    }

    private void ended(Duration within) {
        if (endedWithin(process, within.toMillis())) return;
        process.destroyForcibly();
        throw new NodeFailed(name + " did not end within " + within.toSeconds() + " s; see " + log);
    }

    private static boolean endedWithin(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailed("interrupted while waiting for a node", e);
        }
    }

    /** A file of an earlier process carries another number, and is passed over. */
    private static Optional<Ports> ports(Path home, long pid) {
        Path file = home.resolve("run").resolve("ports.json");
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (json.path("pid").asLong() != pid) return Optional.empty();
            return Optional.of(
                    new Ports(
                            json.path("http").asInt(),
                            json.path("mqtt").asInt(),
                            json.path("tls").asInt()));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
