package io.tidemark.fog.export;

import io.tidemark.ledger.JournalId;

/** A close-down took in entries of a journal that this machine does not have. */
public final class JournalNotHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalNotHere(JournalId journal) {
        super(
                "journal "
                        + journal.label()
                        + ", of which the day has a part, is not on this gateway: its device sends it"
                        + " again, or ./tidemark gateway recover fetches what head office keeps");
    }
}
