package io.tidemark.lab.demo;

import io.tidemark.lab.process.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a stopped node's disk may lose. */
final class Losses {
    /** What comes back from the authority's output; all else was on the lost disk. */
    private static final Set<String> PROVISIONED = Set.of("identity", "node.yaml");

    private Losses() {}

    /** One bit in the middle of what the node has itself recorded. */
    static void flipInOwnJournal(LabNode node) throws IOException {
        flip(largestSegment(node));
    }

    /** The same in the oldest segment of it. */
    static void flipInFirstSegment(LabNode node) throws IOException {
        flip(ownSegments(node).getFirst());
    }

    private static void flip(Path segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        int end = bytes.length;
        while (bytes[end - 1] == 0) end--; // what follows is room that nothing was written to yet
        bytes[end / 2] ^= 1;
        Files.write(segment, bytes);
    }

    private static Path largestSegment(LabNode node) throws IOException {
        return ownSegments(node).stream()
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
    }

    private static List<Path> ownSegments(LabNode node) throws IOException {
        String own = "/" + node.name().replace('/', '.') + ".";
        try (Stream<Path> files = Files.walk(node.home().resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".tmj"))
                    .filter(file -> file.toString().contains(own))
                    .sorted()
                    .toList();
        }
    }

    static void loseDisk(LabNode node) throws IOException {
        try (Stream<Path> all = Files.list(node.home())) {
            for (Path part : all.toList())
                if (!PROVISIONED.contains(part.getFileName().toString())) delete(part);
        }
    }

    private static void delete(Path part) throws IOException {
        try (Stream<Path> all = Files.walk(part)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) Files.delete(each);
        }
    }
}
