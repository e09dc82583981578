package io.tidemark.ledger.event;

/** An entry was asked for of which this journal has only the hash and the header any more. */
public final class EntryPruned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PrunedEntry left;

    public EntryPruned(PrunedEntry left) {
        super(
                "entry "
                        + left.sequence()
                        + " was pruned here "
                        + left.why()
                        + "; it is in head office's archive, which the store's recovery key opens, and its hash is "
                        + left.hash().hex());
        this.left = left;
    }

    public PrunedEntry left() {
        return left;
    }
}
