package io.tidemark.fog.closedown;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the close-downs of the store's journal were borne out by a second computation, as a file
 * that says sequence and hash. Where it is lost, or is of another journal, they are computed again.
 */
public final class BorneOutNote {
    private final Path directory;
    private final KeptFiles kept;
    private final Journal journal;

    /**
     * @param directory made where it is not there
     */
    public BorneOutNote(Path directory, KeptFiles kept, Journal journal) {
        this.directory = directory;
        this.kept = kept;
        this.journal = journal;
    }

    /** The last entry that is; 0 where nothing says so. */
    long read() {
        Path file = directory.resolve(name());
        if (!Files.isRegularFile(file)) return 0;
        try {
            String text = Files.readString(file, US_ASCII);
            long sequence = sequence(text);
            boolean isOfThisJournal =
                    sequence > 0
                            && sequence <= journal.forced().sequence()
                            && text.equals(text(new Head(sequence, journal.hashAt(sequence))));
            return isOfThisJournal ? sequence : 0;
        } catch (IOException unreadable) {
            return 0; // Computed again, and written anew.
        }
    }

    /**
     * @throws UncheckedIOException if the disk does not take it; the one before stands
     */
    void write(long sequence) {
        String text = text(new Head(sequence, journal.hashAt(sequence)));
        try {
            Files.createDirectories(directory);
            kept.put(directory, name(), text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the note of close-downs borne out: " + e.getMessage(), e);
        }
    }

    private String name() {
        return journal.id().label() + ".borne-out";
    }

    private static String text(Head head) {
        Hash hash = head.hash();
        return head.sequence() + " " + hash + "\n";
    }

    private static long sequence(String text) {
        String digits = text.substring(0, Math.max(0, text.indexOf(' ')));
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }
}
