package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * How long the disk took to force the journal, in microseconds.
 *
 * @param count of forces
 * @param p50 half of them took no longer
 * @param p99 99 of 100 took no longer
 * @param longest of all
 */
public record Forces(long count, long p50, long p99, long longest) {
    private static final int ITEMS = 4;

    public Forces {
        Ranges.within("count", count, 1, Long.MAX_VALUE);
        Ranges.notNegative("p50", p50);
        Ranges.notNegative("p99", p99);
        Ranges.notNegative("longest", longest);
    }

    void writeTo(CborWriter writer) {
        writer.array(ITEMS).integer(count).integer(p50).integer(p99).integer(longest);
    }

    static Forces readFrom(CborReader reader) {
        return reader.fields(
                ITEMS,
                () ->
                        new Forces(
                                reader.integer(),
                                reader.integer(),
                                reader.integer(),
                                reader.integer()));
    }
}
