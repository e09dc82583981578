package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Duration;

/**
 * Entries on a node's disk that its receiver has not marked.
 *
 * @param oldest how long ago the first of them was recorded, by the node's own clock; zero where
 *     there is none
 */
public record Unmarked(long entries, Duration oldest) {
    public static final Unmarked NONE = new Unmarked(0, Duration.ZERO);
    private static final int ITEMS = 2;

    public Unmarked {
        Ranges.notNegative("unmarked", entries);
        Ranges.within("oldest", oldest.toMillis(), 0, Ranges.MILLIS_MAX);
    }

    /** Whether a person should see to it. */
    public boolean isTooLong() {
        return entries > 0 && oldest.compareTo(Concern.UNMARKED_MAX) > 0;
    }

    void writeTo(CborWriter writer) {
        writer.array(ITEMS).integer(entries).integer(oldest.toMillis());
    }

    static Unmarked readFrom(CborReader reader) {
        return reader.fields(
                ITEMS, () -> new Unmarked(reader.integer(), Duration.ofMillis(reader.integer())));
    }
}
