package io.tidemark.fog.intake;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the branches of forked journals, byte for byte as they were sent, until a person decides
 * which stands. A journal that has anything here takes nothing more.
 */
public final class Quarantine {
    /**
     * Bytes kept per journal. A branch is sent batch by batch, and its sender stops at the first.
     */
    static final long BYTES_MAX = 64L << 20;

    private final Path directory;

    public Quarantine(Path directory) {
        this.directory = directory;
    }

    public boolean holds(JournalId journal) {
        return !branches(journal).isEmpty();
    }

    /** The files kept of a journal's other branches. */
    public List<Path> branches(JournalId journal) {
        Path own = directory.resolve(journal.label());
        if (!Files.isDirectory(own)) return List.of();
        try (Stream<Path> files = Files.list(own)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + own, e);
        }
    }

    /**
     * Keeps what was sent, on disk when this returns. The same bytes are kept once.
     *
     * @param at the sequence where the branches part
     */
    void keep(JournalId journal, long at, byte[] sent) {
        try {
            Path own = Files.createDirectories(directory.resolve(journal.label()));
            Path file = own.resolve(at + "-" + Hash.digest(sent).short6() + ".cbor");
            if (Files.exists(file) || bytesKept(journal) + sent.length > BYTES_MAX) return;
            Path draft = own.resolve(file.getFileName() + ".new");
            forced(draft, sent);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forceName(own);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a forked branch of " + journal.label(), e);
        }
    }

    private long bytesKept(JournalId journal) throws IOException {
        long bytes = 0;
        for (Path file : branches(journal)) bytes += Files.size(file);
        return bytes;
    }

    private static void forced(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
    }

    private static void forceName(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
