package io.tidemark.ledger.journal;

/** An entry was asked for that this journal has only the hash of any more. */
public final class PrunedEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long sequence;

    public PrunedEntry(long sequence) {
        super(
                "entry "
                        + sequence
                        + " was pruned here: its day is closed, and its segment is in head office's archive,"
                        + " which the store's recovery key opens");
        this.sequence = sequence;
    }

    public long sequence() {
        return sequence;
    }
}
