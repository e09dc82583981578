package io.tidemark.lab.simulate;

/**
 * What goes over a wire.
 *
 * @param connection on which it was said; whoever has given that up does not listen
 * @param bytes as the product puts them on the real wire
 * @param number of a {@link Kind#TAKEN}: the last sequence of the batch that the transport took
 */
record Parcel(int connection, Kind kind, byte[] bytes, long number) {
    private static final byte[] NOTHING = {};

    /** Connecting and its answer, what a sender says, and what it is told. */
    enum Kind {
        CONNECT,
        UP,
        HELLO,
        BATCH,
        /** Keep-alive, without which nobody notices that the other end is a new one. */
        PING,
        PONG,
        /** What MQTT calls PUBACK: flow control, and no promise. */
        TAKEN,
        ANSWER,
        /** Somebody at the device wants to know something, and what the gateway says to it. */
        QUESTION,
        REPLY,
        /** What lets the device go on in its next epoch. */
        GRANT,
        /** What of its journal the gateway does not need any more. */
        RELEASE,
        /** A sealed segment for the archive, and the receipt for it. */
        KEEP,
        FILED,
        /** What the archive has is asked, and told. */
        LIST,
        LISTED;

        /** Asked and answered beside the journal, and without a greeting. */
        boolean isOfArchive() {
            return switch (this) {
                case KEEP, FILED, LIST, LISTED -> true;
                case CONNECT,
                        UP,
                        HELLO,
                        BATCH,
                        PING,
                        PONG,
                        TAKEN,
                        ANSWER,
                        QUESTION,
                        REPLY,
                        GRANT,
                        RELEASE ->
                        false;
            };
        }
    }

    static Parcel of(int connection, Kind kind) {
        return new Parcel(connection, kind, NOTHING, 0);
    }

    static Parcel of(int connection, Kind kind, byte[] bytes) {
        return new Parcel(connection, kind, bytes, 0);
    }
}
