package io.tidemark.lab.shop;

import io.tidemark.lab.retail.DataRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run keeps its data: a directory that was named and stays, or a temporary one that goes.
 */
public record Workplace(Path directory, boolean stays) implements AutoCloseable {
    /**
     * @param command whose data it is, for the name of a temporary one
     * @throws DataRefused if the directory is there and not empty, or can't be made
     */
    public static Workplace at(Optional<Path> named, String command) {
        try {
            if (named.isEmpty())
                return new Workplace(Files.createTempDirectory("tidemark-" + command + "-"), false);
            Path directory = Files.createDirectories(named.get().toAbsolutePath());
            try (Stream<Path> content = Files.list(directory)) {
                if (content.findAny().isPresent())
                    throw new DataRefused(directory + " is not empty; give --dir a new directory");
            }
            return new Workplace(directory, true);
        } catch (IOException e) {
            throw new DataRefused(
                    "cannot make the directory for the data ("
                            + e
                            + "); give --dir a new directory where you may write",
                    e);
        }
    }

    /** The same, but it stays: somebody has to look into it. */
    public Workplace kept() {
        return new Workplace(directory, true);
    }

    @Override
    public void close() {
        if (stays || !Files.exists(directory)) return;
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }
}
