package io.tidemark.ledger.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The disk does not give a file the place that it was asked for; the file is as it was. */
public final class NoRoom extends IOException {
    private static final long serialVersionUID = 1L;

    public NoRoom(String message, @Nullable IOException cause) {
        super(message, cause);
    }
}
