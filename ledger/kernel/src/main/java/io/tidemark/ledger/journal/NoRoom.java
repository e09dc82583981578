package io.tidemark.ledger.journal;

import java.io.IOException;

/** The disk does not give a file the place that it was asked for; the file is as it was. */
public final class NoRoom extends IOException {
    private static final long serialVersionUID = 1L;

    public NoRoom(String message, IOException cause) {
        super(message, cause);
    }
}
