package io.tidemark.fog.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much the disk still takes. Asked before a batch is taken: a disk that fills up while it is
 * forced would stop the whole gateway, and the entries are safe at the till meanwhile.
 */
@FunctionalInterface
public interface Room {
    /** Below this no batch is taken: a group of the largest ones, and the tables' share. */
    long BYTES_MIN = 24L << 20;

    Room ENDLESS = () -> Long.MAX_VALUE;

    long usableBytes();

    static Room on(Path directory) {
        return () -> {
            try {
                return Files.getFileStore(directory).getUsableSpace();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot find out how full the disk of " + directory + " is", e);
            }
        };
    }
}
