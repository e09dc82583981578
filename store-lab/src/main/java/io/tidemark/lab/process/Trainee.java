package io.tidemark.lab.process;

import io.tidemark.profiles.AotCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node that works once so that a JVM learns its program. */
public final class Trainee implements AutoCloseable {
    private static final Duration MAKING_MAX = Duration.ofMinutes(5);

    private final AotCache cache;
    private final NodeProcess process;
    private final ProcessGuard guard;

    private Trainee(AotCache cache, NodeProcess process, ProcessGuard guard) {
        this.cache = cache;
        this.process = process;
        this.guard = guard;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param options of {@code run}: its home and what opens it
     */
    public static Trainee start(AotCache cache, List<String> options, Path log) {
        forget(cache);
        List<String> command = Deployables.java(cache.profile(), cache.train());
        command.addAll(List.of("-jar", cache.jar().toString(), "run", "--http-port", "0"));
        command.addAll(options);
        Path home = Path.of(options.get(options.indexOf("--dir") + 1));
        ProcessGuard guard = ProcessGuard.start();
        try {
            Process process = NodeProcess.launch(command, Map.of(), log);
            guard.watch(process.pid());
            return new Trainee(cache, NodeProcess.awaitReady("trainee", process, home, log), guard);
        } catch (RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    public NodeProcess.Ports ports() {
        return process.ports();
    }

    /** Stops it, upon which it writes down what it noted. */
    public void stop() {
        process.stop();
        guard.forget(process.pid());
    }

    /** Has a JVM make the cache of what was noted by one that was stopped. */
    public void graduate() {
        make(cache);
    }

    /** Has a JVM make the cache of what another noted, which has ended. */
    public static void make(AotCache cache) {
        LabNode.Ended made =
                NodeProcess.runToTheEnd(
                        new ArrayList<>(Deployables.java(cache.profile(), cache.make())),
                        MAKING_MAX);
        if (made.code() != 0) throw new NodeFailed("no cache was made: " + made.words());
        try {
            cache.keep();
        } catch (IOException e) {
            throw new NodeFailed("no cache was made beside " + cache.jar(), e);
        }
    }

    @Override
    public void close() {
        guard.close();
        forget(cache);
    }

    /** Also what a training that was broken off has left. */
    private static void forget(AotCache cache) {
        try {
            cache.forgetTraining();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up beside " + cache.jar(), e);
        }
    }
}
