package io.tidemark.fog.forward;

import java.io.IOException;

/** An attempt that came to nothing at head office, or on the way there. */
public final class HeadOfficeAway extends IOException {
    private static final long serialVersionUID = 1L;

    public HeadOfficeAway(String why) {
        super(why);
    }

    public HeadOfficeAway(String why, Throwable cause) {
        super(why, cause);
    }
}
