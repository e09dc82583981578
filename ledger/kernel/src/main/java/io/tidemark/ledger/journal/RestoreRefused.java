package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;

/**
 * A damaged journal cannot be rebuilt from what is there. It was left as it is; the message says
 * what is missing.
 */
public final class RestoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * How receipts come back that are pruned wherever they still are, and damaged: head office
     * keeps them, sealed, and the store's gateway is who may ask for them.
     */
    static String fromArchive(JournalId journal) {
        return "in a segment whose receipts are pruned here, and damaged. What no peer has any more is in"
                + " head office's archive, which the store's recovery key opens: put `identity` and"
                + " `node.yaml` of the store's gateway, and nothing else of it, into a new directory NEW;"
                + " run `./tidemark gateway recover NEW --recovery-key FILE --recovery-passphrase-file FILE"
                + " --passphrase-file FILE`, then `./tidemark ledger export NEW --passphrase-file FILE"
                + " --journal "
                + journal.label()
                + " --out COPY`, and here `./tidemark ledger restore DIR --journal "
                + journal.label()
                + " --copy COPY`; then remove NEW and COPY";
    }

    RestoreRefused(JournalId journal, String why) {
        super("journal " + journal.label() + " was not restored, and nothing was changed: " + why);
    }

    RestoreRefused(JournalId journal, String why, Throwable cause) {
        super(
                "journal " + journal.label() + " was not restored, and nothing was changed: " + why,
                cause);
    }
}
