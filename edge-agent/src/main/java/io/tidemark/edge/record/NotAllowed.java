package io.tidemark.edge.record;

import io.tidemark.ledger.event.Event;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown while a command is decided, and told as a refusal; never leaves this package. */
final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable Event asked;

    NotAllowed(Refusal.Kind kind, String why) {
        this(new Refusal(kind, why));
    }

    NotAllowed(Refusal refusal) {
        this(refusal, null);
    }

    private NotAllowed(Refusal refusal, @Nullable Event asked) {
        super(refusal.why(), null, false, false);
        this.refusal = refusal;
        this.asked = asked;
    }

    /** The same, where it is kept that somebody asked. */
    NotAllowed onRecord(Event event) {
        return new NotAllowed(refusal, event);
    }

    /** What is kept of it; empty where nothing is. */
    Optional<Event> asked() {
        return Optional.ofNullable(asked);
    }

    Refusal refusal() {
        return refusal;
    }
}
