package io.tidemark.edge.sync;

import io.tidemark.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a master-data file on disk until it is whole, so that a till that was off goes on
 * where it stopped; beside it a file that says of what they are parts. Not forced: the file's
 * digest tells what a power cut left of it.
 */
public final class MasterSpool {
    private static final Logger LOG = LoggerFactory.getLogger(MasterSpool.class);
    private static final int HEADER_BYTES = Long.BYTES + Hash.BYTES + Integer.BYTES;

    private final Path file;
    private final Path about;
    private final LongPredicate hasRoomFor;

    /**
     * A file on its way.
     *
     * @param file digest of the whole
     * @param size of the whole, in bytes
     * @param received bytes that have come, from the first on
     */
    public record Incoming(long version, Hash file, int size, int received) {
        boolean isWhole() {
            return received == size;
        }
    }

    /**
     * @param hasRoomFor whether the disk can take so many bytes more and still leave the journal
     *     its room
     */
    public MasterSpool(Path file, LongPredicate hasRoomFor) {
        this.file = file;
        this.about = file.resolveSibling(file.getFileName() + ".of");
        this.hasRoomFor = hasRoomFor;
    }

    /** What an earlier run left unfinished. */
    Optional<Incoming> left() {
        try {
            byte[] header = Files.readAllBytes(about);
            if (header.length != HEADER_BYTES) return Optional.empty();
            int received = (int) Math.min(Files.size(file), Integer.MAX_VALUE);
            Incoming left = incoming(ByteBuffer.wrap(header), received);
            return Optional.of(left).filter(some -> some.received() < some.size());
        } catch (IOException e) {
            // There is none, or it cannot be read: then it is fetched from its first byte.
            return Optional.empty();
        }
    }

    private static Incoming incoming(ByteBuffer header, int received) {
        long version = header.getLong();
        byte[] digest = new byte[Hash.BYTES];
        header.get(digest);
        return new Incoming(version, Hash.of(digest), header.getInt(), received);
    }

    /** Drops what there was. Empty, with the reason in the log, if the disk does not take it. */
    Optional<Incoming> begin(long version, Hash digest, int size) {
        // Once for itself, and as much for its index.
        if (!hasRoomFor.test(2L * size)) return refused(version, "it has no room for " + size);
        ByteBuffer header =
                ByteBuffer.allocate(HEADER_BYTES)
                        .putLong(version)
                        .put(digest.toBytes())
                        .putInt(size);
        try {
            drop();
            Files.write(about, header.array());
            Files.createFile(file);
            return Optional.of(new Incoming(version, digest, size, 0));
        } catch (IOException e) {
            return refused(version, e.toString());
        }
    }

    /** The next bytes of it. Empty, with the reason in the log, if the disk does not take them. */
    Optional<Incoming> add(Incoming to, byte[] part) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(part);
            long at = to.received();
            while (rest.hasRemaining()) at += channel.write(rest, at);
            return Optional.of(
                    new Incoming(to.version(), to.file(), to.size(), to.received() + part.length));
        } catch (IOException e) {
            return refused(to.version(), e.toString());
        }
    }

    /**
     * All of it, for whoever moves it away. Empty if its digest is not what it should be; it is no
     * longer there then.
     */
    Optional<Path> takeWhole(Incoming whole) {
        try (InputStream content = Files.newInputStream(file)) {
            Files.delete(about);
            if (Hash.digest(content).equals(whole.file())) return Optional.of(file);
            drop();
        } catch (IOException e) {
            LOG.warn("version {} of the master data cannot be read again", whole.version(), e);
        }
        return Optional.empty();
    }

    void drop() {
        try {
            Files.deleteIfExists(about);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is of no use any more and cannot be deleted", file, e);
        }
    }

    private static Optional<Incoming> refused(long version, String why) {
        LOG.warn(
                "the disk does not take version {} of the master data ({}); it is asked for again later",
                version,
                why);
        return Optional.empty();
    }
}
