package io.tidemark.node.command;

import io.tidemark.ledger.Mark;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.home.NodeHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The marks that a node keeps: those it was given, and those it gave. */
final class KeptMarks {
    private static final int BYTES_MAX = 4_096;

    private KeptMarks() {}

    /**
     * A file that ought to hold a mark.
     *
     * @param mark empty if it holds none, as a power cut may leave it
     */
    record Kept(Path file, Optional<Mark> mark) {}

    static List<Kept> in(NodeHome home) {
        try (Stream<Path> found =
                Stream.concat(
                        files(home.directory().resolve("marks")),
                        Stream.of(home.journals().resolve("marked"))
                                .filter(Files::isRegularFile))) {
            return found.map(file -> new Kept(file, mark(file))).toList();
        }
    }

    private static Stream<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) return Stream.empty();
        try (Stream<Path> files = Files.list(directory)) {
            return files
                    .filter(file -> file.toString().endsWith(".mark"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    private static Optional<Mark> mark(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) return Optional.empty();
            return Optional.of(Mark.parse(Files.readAllBytes(file)));
        } catch (Malformed half) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
