package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;

/**
 * A damaged journal cannot be rebuilt from what is there. It was left as it is; the message says
 * what is missing.
 */
public final class RestoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RestoreRefused(JournalId journal, String why) {
        super("journal " + journal.label() + " was not restored, and nothing was changed: " + why);
    }

    RestoreRefused(JournalId journal, String why, Throwable cause) {
        super(
                "journal " + journal.label() + " was not restored, and nothing was changed: " + why,
                cause);
    }
}
