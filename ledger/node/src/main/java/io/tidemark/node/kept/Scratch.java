package io.tidemark.node.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of which nothing is to be left, with all that is put there. */
public record Scratch(Path directory) implements AutoCloseable {
    /** An empty one, whatever a process that was killed has left of it. */
    public static Scratch at(Path directory) throws IOException {
        remove(directory);
        return new Scratch(Files.createDirectories(directory));
    }

    @Override
    public void close() throws IOException {
        remove(directory);
    }

    /** Also where there is none. */
    public static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
