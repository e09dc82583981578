package io.tidemark.edge.sync;

import io.tidemark.ledger.Mark;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last verified mark, kept so that a till that starts offline knows what the gateway holds. Not
 * forced: the gateway says it again on the next connection.
 */
public final class MarkFile {
    private static final Logger LOG = LoggerFactory.getLogger(MarkFile.class);
    private static final int BYTES_MAX = 4_096;

    /** What any disk writes whole or not at all. */
    private static final int SECTOR_BYTES = 512;

    private final Path file;

    public MarkFile(Path file) {
        this.file = file;
    }

    /**
     * Empty if there is none, or it is no mark any more, or cannot be read: a till starts without.
     */
    public Optional<Mark> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) return Optional.empty();
            return Optional.of(Mark.parse(Files.readAllBytes(file)));
        } catch (Malformed torn) {
            // A power cut may leave it half written; the next connection brings the mark again.
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("the mark kept in {} cannot be read; the gateway tells it again", file, e);
            return Optional.empty();
        }
    }

    /** A disk that takes nothing more is no reason to stop: the mark counts, kept or not. */
    public void write(Mark mark) {
        byte[] bytes = mark.toBytes();
        try {
            if (bytes.length <= SECTOR_BYTES && isOverwritten(bytes)) return;
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn(
                    "the mark {} could not be kept for the next start; the gateway tells it again",
                    mark.sequence(),
                    e);
        }
    }

    /**
     * In its place, where that cannot mix two marks: a new name in the directory would make the
     * next sale's force write that as well.
     */
    private boolean isOverwritten(byte[] mark) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() > mark.length) return false;
            channel.write(ByteBuffer.wrap(mark), 0);
            return true;
        }
    }
}
