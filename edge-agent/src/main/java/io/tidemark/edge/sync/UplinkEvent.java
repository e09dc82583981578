package io.tidemark.edge.sync;

/**
 * What happened on a connection to the gateway. Made in callbacks, acted on in {@link SyncLoop}
 * only.
 */
public sealed interface UplinkEvent {
    /** The number the loop gave the connection. */
    long connection();

    /** Connected and subscribed. */
    record Up(long connection) implements UplinkEvent {}

    /** Never came up, or is gone. */
    record Down(long connection, String why) implements UplinkEvent {}

    /** The broker took what was said: flow control, and no more than that. */
    record Taken(long connection, Channel channel) implements UplinkEvent {}

    /** The broker did not take it (MQTT 5 reason code from 0x80); the connection stays. */
    record Refused(long connection, Channel channel, int reasonCode) implements UplinkEvent {}

    /**
     * A message.
     *
     * @param receipt how the uplink knows the message again when it is done with; {@link
     *     #NO_RECEIPT} for one that asks for none
     */
    record Heard(long connection, Channel channel, byte[] payload, int receipt)
            implements UplinkEvent {
        /** MQTT counts its packets from 1. */
        public static final int NO_RECEIPT = 0;
    }
}
