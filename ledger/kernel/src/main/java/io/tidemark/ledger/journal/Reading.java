package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a journal's files for a caller that cannot go on without what they hold. */
interface Reading<T> {
    T run() throws IOException;

    /**
     * What was read.
     *
     * @throws UncheckedIOException naming the journal: a disk that does not answer is no damage
     */
    static <T> T of(JournalId journal, Reading<T> read) {
        try {
            return read.run();
        } catch (IOException e) {
            throw failed(journal, e);
        }
    }

    static UncheckedIOException failed(JournalId journal, IOException cause) {
        return new UncheckedIOException(
                "journal " + journal.label() + " cannot be read: " + cause.getMessage(), cause);
    }
}
