package io.tidemark.edge.sync;

import java.util.Arrays;
import java.util.Optional;

/**
 * What till and gateway talk about; each is one topic of the store's MQTT tree (docs/PROTOCOL.md).
 */
public enum Channel {
    HELLO("hello"),
    BATCH("batch"),
    ANSWER("answer"),
    PRESENCE("presence"),
    MASTER_ASK("master/ask"),
    MASTER_PART("master/part"),
    JOURNAL_ASK("journal/ask"),
    JOURNAL_PART("journal/part"),
    GRANT("grant"),
    RELEASE("release"),
    TELEMETRY("telemetry"),
    CLOCK("clock"),
    QUESTION("question"),
    ANSWERED("answered");

    private final String path;

    Channel(String path) {
        this.path = path;
    }

    /** The last levels of the topic. */
    public String path() {
        return path;
    }

    public static Optional<Channel> ofPath(String path) {
        return Arrays.stream(values()).filter(channel -> channel.path.equals(path)).findFirst();
    }
}
