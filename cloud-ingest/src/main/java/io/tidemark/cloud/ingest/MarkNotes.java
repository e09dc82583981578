package io.tidemark.cloud.ingest;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last mark given for each store's journal, so that a journal that was lost or put back from an
 * old copy is noticed before a lower mark is given: within one life of a receiver marks never fall.
 * Written after the force and not forced itself, so a power cut may leave an earlier one.
 */
public final class MarkNotes {
    private final Path directory;
    private final Map<JournalId, Long> noted = new HashMap<>();

    public MarkNotes(Path directory) {
        this.directory = directory;
    }

    /** A later mark is never written over by an earlier one that took longer to sign. */
    synchronized void note(Mark mark) {
        if (noted.getOrDefault(mark.origin(), -1L) >= mark.sequence()) return;
        Path file = file(mark.origin());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(directory);
            Files.write(draft, mark.toBytes());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note a mark in " + file, e);
        }
        noted.put(mark.origin(), mark.sequence());
    }

    /**
     * @throws Malformed if what is noted is not a mark of this journal
     */
    public Optional<Mark> read(JournalId journal) {
        Path file = file(journal);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) return Optional.empty(); // a power cut took it
            Mark mark = Mark.parse(bytes);
            if (mark.origin().equals(journal)) return Optional.of(mark);
            throw new Malformed("it is about " + mark.origin());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (Malformed e) {
            throw new Malformed(
                    "the mark noted in "
                            + file
                            + " is none: "
                            + e.getMessage()
                            + "; remove the file if you know why",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Path file(JournalId journal) {
        return directory.resolve(journal.label() + ".mark");
    }
}
