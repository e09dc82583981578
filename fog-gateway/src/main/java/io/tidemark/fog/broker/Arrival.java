package io.tidemark.fog.broker;

import io.tidemark.ledger.NodeName;

/**
 * Something a device published, under the name its certificate proves.
 *
 * @param from whose connection it came over; not what the payload says
 */
public record Arrival(NodeName from, Kind kind, byte[] payload) {
    /** What a device may publish: one topic each below its own name. */
    public enum Kind {
        HELLO("hello"),
        BATCH("batch"),
        PRESENCE("presence"),
        MASTER_ASK("master/ask"),
        JOURNAL_ASK("journal/ask"),
        TELEMETRY("telemetry"),
        QUESTION("question");

        private final String topic;

        Kind(String topic) {
            this.topic = topic;
        }

        String topic() {
            return topic;
        }
    }
}
