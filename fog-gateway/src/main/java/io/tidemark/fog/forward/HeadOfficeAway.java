package io.tidemark.fog.forward;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;

/** An attempt that came to nothing at head office, or on the way there. */
public final class HeadOfficeAway extends IOException {
    private static final long serialVersionUID = 1L;

    public HeadOfficeAway(String why) {
        super(why);
    }

    public HeadOfficeAway(String why, Throwable cause) {
        super(why, cause);
    }

    /** Whether it took the question and did not answer in time, rather than refuse or break off. */
    boolean isSilence() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause())
            if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException)
                return true;
        return false;
    }
}
