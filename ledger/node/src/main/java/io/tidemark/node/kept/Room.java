package io.tidemark.node.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much the disk still takes. Asked before anything is taken: a disk that fills up while it is
 * forced would stop the whole node, and what is not taken is safe at its sender meanwhile.
 */
@FunctionalInterface
public interface Room {
    /** Below this no batch is taken: a group of the largest ones, and the tables' share. */
    long BYTES_MIN = 24L << 20;

    /**
     * Below this no day is closed either. What lies between is kept for closing days: a close-down
     * takes a few KiB, a tables' batch some more.
     */
    long BYTES_MIN_TO_CLOSE = 8L << 20;

    Room ENDLESS = () -> Long.MAX_VALUE;

    long usableBytes();

    static Room on(Path directory) {
        try {
            FileStore disk = Files.getFileStore(directory);
            return () -> usable(disk);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find out which disk " + directory + " is on", e);
        }
    }

    private static long usable(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find out how full the disk is", e);
        }
    }
}
