package io.tidemark.fog.forward;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Keeps how the link to head office is, for people. Safe for use by several threads. */
final class LinkWatch {
    private final Forwarding.Shown shown;
    private final LongSupplier recorded;
    private Optional<String> pulse = Optional.empty();
    private volatile LinkState state;

    /**
     * @param recorded how many entries the store journal has on disk
     * @param marked how many of them head office was known to have marked
     */
    LinkWatch(Forwarding.Shown shown, LongSupplier recorded, long marked) {
        this.shown = shown;
        this.recorded = recorded;
        this.state =
                new LinkState(
                        false,
                        shown.clock().instant(),
                        recorded.getAsLong(),
                        marked,
                        Optional.empty(),
                        shown.archivePending().getAsInt());
    }

    LinkState state() {
        LinkState now = state;
        return new LinkState(
                now.online(),
                now.since(),
                recorded.getAsLong(),
                now.marked(),
                now.trouble(),
                now.archivePending());
    }

    /** Head office marked this much: whatever was the matter is over. */
    synchronized void marked(long sequence) {
        pulse = Optional.empty();
        show(true, Optional.empty(), sequence);
    }

    /** Another question was answered, or came to nothing. */
    synchronized void heardOf(Optional<String> trouble, boolean sending) {
        pulse = trouble;
        show(sending, Optional.empty(), state.marked());
    }

    /**
     * @param sending whether nothing stands in the way of sending the journal
     */
    synchronized void show(boolean sending, Optional<String> trouble) {
        show(sending, trouble, state.marked());
    }

    private void show(boolean sending, Optional<String> trouble, long marked) {
        LinkState before = state;
        Optional<String> told = trouble.or(() -> pulse).or(() -> stays(sending, before));
        boolean online = sending && told.isEmpty();
        Instant since = before.online() == online ? before.since() : shown.clock().instant();
        state =
                new LinkState(
                        online,
                        since,
                        recorded.getAsLong(),
                        marked,
                        told,
                        shown.archivePending().getAsInt());
        if (!state.equals(before)) shown.changes().happened();
    }

    /** What was the matter stays the matter until a mark comes. */
    private static Optional<String> stays(boolean sending, LinkState before) {
        return sending ? Optional.empty() : before.trouble();
    }
}
