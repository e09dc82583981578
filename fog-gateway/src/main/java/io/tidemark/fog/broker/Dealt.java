package io.tidemark.fog.broker;

import java.util.Optional;

/**
 * What became of a publish: how it is acknowledged, and what its sender is told besides. The
 * acknowledgement is flow control only; what is on disk is said by a signed mark in the reply.
 *
 * @param why for the person who reads the device's log
 */
public record Dealt(Code code, String why, Optional<Reply> reply) {
    /** Named by what the device should make of it; each is one MQTT 5 reason code. */
    public enum Code {
        TAKEN,
        NOT_NOW,
        NOT_YOURS,
        UNREADABLE,
        FAILED
    }

    /** Goes to the sender with the acknowledgement, or on one of its own topics ahead of it. */
    public record Reply(Topic topic, byte[] payload) {}

    /** What a device may listen to: one topic each below its own name. */
    public enum Topic {
        ANSWER("answer"),
        MASTER_PART("master/part"),
        JOURNAL_PART("journal/part"),
        /** What lets the device go on in a new epoch. */
        GRANT("grant"),
        /** What the device need not keep any more. */
        RELEASE("release"),
        /** What time it is here; of no use later. */
        CLOCK("clock"),
        /** What it asked while somebody waits. */
        ANSWERED("answered");

        private final String leaf;

        Topic(String leaf) {
            this.leaf = leaf;
        }

        String leaf() {
            return leaf;
        }
    }

    public static Dealt taken() {
        return new Dealt(Code.TAKEN, "", Optional.empty());
    }

    public static Dealt refused(Code code, String why) {
        return new Dealt(code, why, Optional.empty());
    }

    public Dealt replying(Topic topic, byte[] payload) {
        return new Dealt(code, why, Optional.of(new Reply(topic, payload)));
    }
}
