package io.tidemark.fog.broker;

/**
 * How a publish is acknowledged. This is flow control only: what is on disk is said by a signed
 * mark.
 *
 * @param why for the person who reads the device's log
 */
public record Acknowledgement(Code code, String why) {
    public static final Acknowledgement TAKEN = new Acknowledgement(Code.TAKEN, "");

    /** Named by what the device should make of it; each is one MQTT 5 reason code. */
    public enum Code {
        TAKEN,
        NOT_NOW,
        NOT_YOURS,
        UNREADABLE,
        FAILED
    }
}
