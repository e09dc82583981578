package io.tidemark.fog.intake;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Remembers the last mark given for a journal, so that an old disk put back is noticed: a journal
 * shorter than its mark has lost what was promised. Written after the force and not forced itself,
 * so after a power cut it may be an earlier mark, or none.
 */
public final class MarkNote {
    private final Path file;

    public MarkNote(Path directory, JournalId journal) {
        this.file = directory.resolve(journal.label() + ".mark");
    }

    public void write(Mark mark) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(draft, mark.toBytes());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note a mark in " + file, e);
        }
    }

    /** The last mark known to have been given; none if there was none, or a power cut took it. */
    public Optional<Mark> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length == 0 ? Optional.empty() : Optional.of(Mark.parse(bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (Malformed e) {
            throw new Malformed(
                    "the noted mark in "
                            + file
                            + " is not one: "
                            + e.getMessage()
                            + "; remove the file if you know why",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
