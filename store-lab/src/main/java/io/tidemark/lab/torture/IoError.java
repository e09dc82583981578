package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A running node's disk fails it: the system call returns the error without having done anything.
 *
 * @param call {@code pwrite64}, or {@code fsync} and {@code fdatasync}
 * @param error {@code EIO} or {@code ENOSPC}
 * @param when which call of each thread fails, from 1
 */
record IoError(Scene scene, LabNode node, String call, String error, int when) implements Harm {
    /** Of {@code ExitCode}: a force failed. */
    private static final int BROKEN_PROMISE = 7;

    private static final Duration BITES_WITHIN = Duration.ofSeconds(8);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(3);
    private static final String INJECTED = "(INJECTED)";

    @Override
    public String what() {
        return error + " at " + call + " in " + node.name();
    }

    @Override
    public Optional<String> bite() {
        Path trace = scene.directory().resolve("strace-" + node.name().replace('/', '-'));
        try {
            Files.deleteIfExists(trace);
            Process strace = attached(node.process().pid(), trace);
            Scene.soon(BITES_WITHIN, () -> !node.isRunning() || injected(trace).isPresent());
            OptionalInt code =
                    injected(trace).isPresent() || !node.isRunning()
                            ? node.endsWithin(ENDS_WITHIN)
                            : OptionalInt.empty();
            strace.destroy();
            strace.onExit().join();
            return injected(trace).map(line -> evidence(line, code));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot trace " + node.name(), e);
        }
    }

    @Override
    public void heal() {
        scene.startIfDown(node);
    }

    private String evidence(String line, OptionalInt code) {
        if (code.isPresent() && code.getAsInt() != BROKEN_PROMISE)
            throw new HarmUncovered(
                    node.name() + " ended with " + code.getAsInt() + " after " + line);
        return line + (code.isPresent() ? "; it ended with 7" : "; it went on");
    }

    private Process attached(long pid, Path trace) throws IOException {
        Process strace =
                new ProcessBuilder(
                                List.of(
                                        "strace",
                                        "-f",
                                        "-y",
                                        "-s",
                                        "0",
                                        "-o",
                                        trace.toString(),
                                        "-e",
                                        "trace=" + call,
                                        "-e",
                                        "inject=" + call + ":error=" + error + ":when=" + when,
                                        "-p",
                                        Long.toString(pid)))
                        .redirectErrorStream(true)
                        .start();
        StringBuilder said = new StringBuilder();
        while (said.indexOf("attached") < 0) {
            int one = strace.getInputStream().read();
            if (one < 0) throw new IOException("strace did not attach: " + said);
            said.append((char) one);
        }
        Thread.ofVirtual().start(() -> drain(strace));
        return strace;
    }

    /** It says every thread that comes and goes, and stops where nobody listens. */
    private static void drain(Process strace) {
        try {
            strace.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException ended) {
            return;
        }
    }

    /** The first call that failed, with its file. */
    private static Optional<String> injected(Path trace) {
        try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
            Map<String, String> begun = new HashMap<>();
            for (String line : (Iterable<String>) lines::iterator) {
                String thread = line.replaceFirst(" .*", "");
                if (line.contains(INJECTED))
                    return Optional.of(brief(begun.getOrDefault(thread, line)));
                if (line.contains("<unfinished")) begun.put(thread, line);
                else begun.remove(thread);
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException notYet) {
            return Optional.empty();
        }
    }

    private static String brief(String line) {
        int end = line.indexOf('>');
        int slash = line.lastIndexOf('/', Math.max(end, 0));
        String file = slash < 0 || end < 0 ? line : line.substring(slash + 1, end);
        return "injected at " + file;
    }
}
