package io.tidemark.lab.bench;

import io.tidemark.lab.bench.day.ColdClose;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.profiles.AotCache;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A day closed from journals by processes that begin with it, with the flags of the usual gateway's
 * profile and what the build had its JVM learn. From the start of the process to its word that the
 * close-down is on disk; the files are in the kernel's cache after the first.
 */
final class ColdRuns {
    private final Path directory;
    private final LocalDate day;
    private String digest = "";

    ColdRuns(Path directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    /** In milliseconds, of so many runs and one before that does not count. */
    double median(int runs) throws IOException {
        run(0);
        Percentiles took = new Percentiles(runs);
        for (int run = 1; run <= runs; run++) took.add(run(run));
        return took.micros(0.5) / 1_000;
    }

    /** Of the close-down that came of it; every run gave the same. */
    String digest() {
        return digest;
    }

    private long run(int number) throws IOException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command(number))
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("cold.log").toFile()))
                        .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            long nanos = System.nanoTime() - start;
            if (line == null)
                throw new NodeFailed("the cold close-down failed; see " + directory + "/cold.log");
            if (!digest.isEmpty() && !digest.equals(line))
                throw new NodeFailed("the same journals gave another close-down");
            digest = line;
            return nanos;
        } finally {
            process.destroy();
        }
    }

    private List<String> command(int number) {
        AotCache trained =
                Deployables.besideThis().trained(Deployables.Kind.GATEWAY, Optional.empty());
        List<String> command = new ArrayList<>(Deployables.java(trained.profile(), trained.use()));
        command.addAll(
                List.of(
                        "-cp",
                        // The shipped gateway's first, as it is cached.
                        trained.jar() + File.pathSeparator + SyncStore.ownCode(),
                        ColdClose.class.getName(),
                        directory.toString(),
                        day.toString(),
                        directory.resolve("cold-" + number).toString()));
        return command;
    }
}
