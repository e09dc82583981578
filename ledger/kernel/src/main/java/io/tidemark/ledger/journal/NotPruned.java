package io.tidemark.ledger.journal;

import java.io.IOException;

/** A segment could not be pruned this time, for want of room perhaps; it is as it was. */
public final class NotPruned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPruned(String segment, IOException cause) {
        super(segment + " stays whole: its stub could not be written (" + cause + ")", cause);
    }
}
