package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;

/**
 * A write or a force failed, so nobody knows what the disk holds. The journal refuses everything
 * from now on; the node must stop, and a fresh open finds out. A force is never tried again: after
 * a failure the kernel may have dropped the very pages, and a second force would report success
 * without them.
 */
public final class JournalBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalBroken(JournalId journal, Throwable cause) {
        super(
                "journal "
                        + journal.label()
                        + " could not be written ("
                        + cause.getMessage()
                        + "). The node must stop. See to the disk (is it full?) and start again: what was answered is safe",
                cause);
    }
}
