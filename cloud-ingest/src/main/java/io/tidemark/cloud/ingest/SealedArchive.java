package io.tidemark.cloud.ingest;

import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Closed segments of the stores' journals, sealed to each store's recovery key: kept as they came,
 * since head office cannot read them. A segment is on disk under its name, and its directory too,
 * before the receipt for it is signed; it is never replaced.
 */
public final class SealedArchive {
    /** Bytes of one sealed segment: a till's day of about a million lines, and room. */
    public static final long SEGMENT_BYTES_MAX = 256L << 20;

    private final Path directory;
    private final ReceivedJournal.Self self;
    private final KeptFiles disk;
    private final Room room;
    private final AtomicLong uploads = new AtomicLong();

    /**
     * @param self in whose name receipts are given
     */
    public SealedArchive(Path directory, ReceivedJournal.Self self, KeptFiles disk, Room room) {
        this.directory = directory;
        this.self = self;
        this.disk = disk;
        this.room = room;
    }

    /** What became of an upload. */
    public sealed interface Outcome {
        /** On disk, now or before. */
        record Kept(ArchiveReceipt receipt) implements Outcome {}

        /** Another content stands under this name. */
        record Different(Hash ours, Hash theirs) implements Outcome {}

        /** What arrived is not what was announced. */
        record Damaged(Hash announced, Hash arrived) implements Outcome {}

        record TooLarge() implements Outcome {}
    }

    /**
     * One journal's segments, by name and bytes.
     *
     * @param journal the device's label and the epoch, as {@code till-1.1}
     */
    public record Kept(String store, String journal, String segment, long bytes) {
        String device() {
            return journal.substring(0, journal.lastIndexOf('.'));
        }

        int epoch() {
            return Integer.parseInt(journal.substring(journal.lastIndexOf('.') + 1));
        }
    }

    /**
     * @throws IOException if the disk refuses, as when it is full: nothing is kept, and it may be
     *     sent again
     */
    public Outcome keep(JournalId origin, String segment, Hash announced, InputStream content)
            throws IOException {
        Path home = home(origin);
        Files.createDirectories(home);
        Path partial = Files.createTempFile(home, segment, KeptFiles.UNFINISHED);
        try {
            Arrival arrival = arrived(content, partial);
            if (arrival.tooLarge()) return new Outcome.TooLarge();
            if (!arrival.hash().equals(announced))
                return new Outcome.Damaged(announced, arrival.hash());
            return publish(origin, home.resolve(segment), partial, arrival);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Rises with every upload that is kept: a sign to look again. */
    public long uploads() {
        return uploads.get();
    }

    /** Everything that is kept, in order of name. */
    public List<Kept> contents() {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> files = Files.walk(directory, 3)) {
            return files.filter(file -> directory.relativize(file).getNameCount() == 3)
                    .filter(file -> !file.toString().endsWith(KeptFiles.UNFINISHED))
                    .sorted()
                    .map(this::kept)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the archive in " + directory, e);
        }
    }

    /** What is kept for one store, in order of name. */
    List<Kept> contentsOf(String store) {
        return contents().stream().filter(kept -> kept.store().equals(store)).toList();
    }

    /** Where a segment lies, if it is kept. */
    Optional<Path> file(JournalId origin, String segment) {
        if (!ArchiveReceipt.isSegmentName(segment) || segment.endsWith(KeptFiles.UNFINISHED))
            return Optional.empty();
        return Optional.of(home(origin).resolve(segment)).filter(Files::isRegularFile);
    }

    /** One at a time, so that two uploads of one name cannot both find it free. */
    private synchronized Outcome publish(JournalId origin, Path file, Path partial, Arrival arrival)
            throws IOException {
        if (Files.exists(file)) {
            Hash ours = Arrival.of(file).hash();
            if (!ours.equals(arrival.hash())) return new Outcome.Different(ours, arrival.hash());
        } else {
            Files.move(partial, file);
        }
        disk.forceDirectories(file.resolveSibling(""), directory);
        uploads.incrementAndGet();
        String segment = String.valueOf(file.getFileName());
        return new Outcome.Kept(
                ArchiveReceipt.sign(
                        self.receiver(),
                        origin,
                        new ArchiveReceipt.Kept(segment, arrival.size(), arrival.hash()),
                        self.signer()));
    }

    private Path home(JournalId origin) {
        return directory
                .resolve(origin.node().store())
                .resolve(origin.node().device() + "." + origin.epoch());
    }

    private Arrival arrived(InputStream content, Path partial) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            Arrival arrival =
                    Arrival.of(content, SEGMENT_BYTES_MAX, bytes -> sparing(channel, bytes));
            if (!arrival.tooLarge()) disk.force(channel, partial);
            return arrival;
        }
    }

    /** The archive is last in priority: it leaves the journals their room. */
    private int sparing(FileChannel channel, ByteBuffer bytes) throws IOException {
        if (room.usableBytes() < 2 * Room.BYTES_MIN)
            throw new IOException("less than " + ((2 * Room.BYTES_MIN) >> 20) + " MiB are left");
        return channel.write(bytes);
    }

    private Kept kept(Path file) {
        Path name = directory.relativize(file);
        try {
            return new Kept(
                    name.getName(0).toString(),
                    name.getName(1).toString(),
                    name.getName(2).toString(),
                    Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
