package io.tidemark.fog.closedown;

import io.tidemark.fog.store.Closings;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which close-downs of the store's journal a second computation bore out: all up to one, which is
 * noted on the disk, and some beyond. One thread adds to it; any may ask.
 */
final class BorneOut {
    /** Of alerts about the note. */
    private static final String SUBJECT = "close-downs";

    private final BorneOutNote note;
    private final Alerts alerts;
    private final Set<Long> ahead = ConcurrentHashMap.newKeySet();
    private volatile long upTo;

    BorneOut(BorneOutNote note, Alerts alerts) {
        this.note = note;
        this.alerts = alerts;
        this.upTo = note.read();
    }

    /**
     * @param sequence of a close-down in the store's journal
     */
    boolean contains(long sequence) {
        // In this order: one that is noted leaves those ahead after upTo has reached it.
        return ahead.contains(sequence) || sequence <= upTo;
    }

    void add(long sequence) {
        ahead.add(sequence);
    }

    /** Notes how far they are, up to before the first that is not. */
    void note(List<Closings.Closing> closings) {
        long reached = upTo;
        for (Closings.Closing each : closings) {
            if (!contains(each.sequence())) break;
            reached = Math.max(reached, each.sequence());
        }
        if (reached <= upTo) return;
        try {
            note.write(reached);
            alerts.clear(Alert.Kind.DISK, SUBJECT);
        } catch (UncheckedIOException full) {
            alerts.raise(
                    Alert.Kind.DISK,
                    SUBJECT,
                    full.getMessage() + ". They are computed again after a restart");
        }
        upTo = reached;
        ahead.removeIf(each -> each <= upTo);
    }
}
