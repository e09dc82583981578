package io.tidemark.identity;

/** Whether the roster knows the holder of a certificate. */
public sealed interface Recognition {
    /** The certificate is the very one the roster names for this member. */
    record Known(Roster.Member member) implements Recognition {}

    /** A valid certificate is not enough. {@code why} is for the log, not for the stranger. */
    record Stranger(String why) implements Recognition {}
}
