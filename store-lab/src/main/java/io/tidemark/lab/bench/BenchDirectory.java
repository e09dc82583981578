package io.tidemark.lab.bench;

import io.tidemark.lab.retail.DataRefused;
import io.tidemark.node.kept.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a benchmark writes, on the disk that is measured. Nothing is left of it. */
record BenchDirectory(Path path) implements AutoCloseable {
    /**
     * @param parent an existing directory; null for the temporary one
     */
    static BenchDirectory in(@Nullable Path parent) {
        try {
            return new BenchDirectory(
                    parent == null
                            ? Files.createTempDirectory("tidemark-bench")
                            : Files.createTempDirectory(parent, "tidemark-bench"));
        } catch (IOException e) {
            throw new DataRefused(
                    "cannot write to "
                            + (parent == null ? "the temporary directory" : parent)
                            + " ("
                            + e
                            + "); give --dir a directory that is there and may be written to",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            Scratch.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + path, e);
        }
    }
}
