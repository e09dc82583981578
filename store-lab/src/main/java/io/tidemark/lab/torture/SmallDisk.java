package io.tidemark.lab.torture;

import io.tidemark.lab.process.Machinery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file system in memory, small enough to be filled, that a node's home lies on. */
record SmallDisk(Path home) {
    /** Room for a day of sales, and soon filled. */
    private static final int MEBIBYTES = 256;

    private static final String BALLAST = "ballast";
    private static final int PIECE_BYTES = 1 << 20;

    /**
     * Mounts one over a home and puts its content there, before the node is started first.
     *
     * @return empty where mounting is not allowed: it takes root
     */
    static Optional<SmallDisk> under(Path home, Machinery machinery) {
        Path aside = home.resolveSibling(home.getFileName() + ".aside");
        try {
            Files.move(home, aside);
            Files.createDirectory(home);
            boolean mounted =
                    Programs.run(
                                    "mount",
                                    "-t",
                                    "tmpfs",
                                    "-o",
                                    "size=" + MEBIBYTES + "m,mode=700",
                                    "tmpfs",
                                    home.toString())
                            == 0;
            if (mounted) machinery.mounted(home);
            Trees.copy(aside, home);
            Trees.delete(aside);
            return mounted ? Optional.of(new SmallDisk(home)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put " + home + " on a disk of its own", e);
        }
    }

    /** Writes until only so many bytes are left. */
    void fill(long bytesLeft) {
        try (FileChannel ballast =
                FileChannel.open(
                        home.resolve(BALLAST),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            ByteBuffer zeros = ByteBuffer.allocate(PIECE_BYTES);
            for (long more = usable() - bytesLeft; more > 0; more = usable() - bytesLeft) {
                zeros.clear().limit((int) Math.min(more, PIECE_BYTES));
                ballast.write(zeros);
            }
        } catch (IOException full) {
            if (usable() > bytesLeft + PIECE_BYTES)
                throw new UncheckedIOException("cannot fill the disk of " + home, full);
        }
    }

    void free() {
        try {
            Files.deleteIfExists(home.resolve(BALLAST));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot free the disk of " + home, e);
        }
    }

    long usable() {
        try {
            return Files.getFileStore(home).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the content where the disk was, for people to look into. */
    void keep() {
        Path aside = home.resolveSibling(home.getFileName() + ".kept");
        free();
        Trees.copy(home, aside);
    }
}
