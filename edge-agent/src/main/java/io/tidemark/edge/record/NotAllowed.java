package io.tidemark.edge.record;

/** Thrown while a command is decided, and told as a refusal; never leaves this package. */
final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    NotAllowed(Refusal.Kind kind, String why) {
        this(new Refusal(kind, why));
    }

    NotAllowed(Refusal refusal) {
        super(refusal.why(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
