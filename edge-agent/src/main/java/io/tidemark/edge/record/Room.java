package io.tidemark.edge.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much the disk still takes. Asked before a command is decided, because a disk that fills up
 * while an entry is forced stops the till, and a customer who has paid should not be the one who
 * finds out.
 */
@FunctionalInterface
public interface Room {
    /**
     * Below this nothing is sold any more: the largest entry, a group of others, and the tables'
     * share.
     */
    long BYTES_MIN = 16L << 20;

    /**
     * Below this nothing is recorded at all. What lies between is kept for closing the day: the
     * drawer's cash moved and counted, and the till Z, a few KiB each. The journal gives its files
     * no room in advance by then.
     */
    long BYTES_MIN_TO_CLOSE = 4L << 20;

    /** Below this people are warned. */
    long BYTES_LOW = 96L << 20;

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
