package io.tidemark.fog.forward;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;

/** An attempt that came to nothing at head office, or on the way there. */
public final class HeadOfficeAway extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean answer;

    public HeadOfficeAway(String why) {
        this(why, false);
    }

    private HeadOfficeAway(String why, boolean answer) {
        super(why);
        this.answer = answer;
    }

    public HeadOfficeAway(String why, Throwable cause) {
        super(why, cause);
        this.answer = false;
    }

    /** It is there, and said something that gets nobody on. */
    public static HeadOfficeAway saying(String what) {
        return new HeadOfficeAway(what, true);
    }

    /** Whether it was there and answered: to wait for it to come back is then no cure. */
    public boolean isAnswer() {
        return answer;
    }

    /** Whether it took the question and did not answer in time, rather than refuse or break off. */
    boolean isSilence() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause())
            if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException)
                return true;
        return false;
    }
}
