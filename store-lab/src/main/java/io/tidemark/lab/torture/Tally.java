package io.tidemark.lab.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was done, whether it bit, how long it took to be over it, and what must not have been. */
final class Tally {
    private final Path log;
    private final Map<Kind, List<Long>> recoveries = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> bitten = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> missed = new EnumMap<>(Kind.class);
    private final List<String> uncovered = new ArrayList<>();

    Tally(Path directory) {
        this.log = directory.resolve("harms.log");
    }

    synchronized void bit(Drawn drawn, String evidence) {
        bitten.merge(drawn.kind(), 1, Integer::sum);
        note(drawn.kind() + ": " + drawn.harm().what() + ": " + evidence);
    }

    synchronized void missed(Drawn drawn) {
        missed.merge(drawn.kind(), 1, Integer::sum);
        note(drawn.kind() + ": " + drawn.harm().what() + ": DID NOT BITE");
    }

    /** Only of a harm that was alone: of several at once nobody knows which took so long. */
    synchronized void recovered(Kind kind, Duration time) {
        recoveries.computeIfAbsent(kind, _ -> new ArrayList<>()).add(time.toMillis());
        note(kind + ": over it after " + time.toMillis() + " ms");
    }

    /** Something that must never be. */
    synchronized void uncovered(String what) {
        uncovered.add(what);
        note("MUST NOT BE: " + what);
    }

    synchronized int count(Kind.Count count) {
        return bitten.entrySet().stream()
                .filter(entry -> entry.getKey().count() == count)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    synchronized Map<Kind, Integer> bitten() {
        return new EnumMap<>(bitten);
    }

    synchronized Map<Kind, Integer> missed() {
        return new EnumMap<>(missed);
    }

    /** In milliseconds, by kind, ascending. */
    synchronized Map<Kind, List<Long>> recoveries() {
        Map<Kind, List<Long>> sorted = new EnumMap<>(Kind.class);
        recoveries.forEach((kind, times) -> sorted.put(kind, times.stream().sorted().toList()));
        return sorted;
    }

    synchronized List<String> uncovered() {
        return List.copyOf(uncovered);
    }

    private void note(String line) {
        try {
            Files.writeString(
                    log,
                    Instant.now() + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }
}
