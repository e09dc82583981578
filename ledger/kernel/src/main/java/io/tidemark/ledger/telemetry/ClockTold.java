package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Instant;

/**
 * What the time was at the receiver when a telemetry came.
 *
 * @param number of that telemetry
 * @param received by the clock that the receiver's business runs on
 */
public record ClockTold(long number, Instant received) {
    /** Bytes of one. */
    public static final int BYTES_MAX = 128;

    private static final String TAG = "tidemark-clock";
    private static final int ITEMS = 3;

    public ClockTold {
        Ranges.within("number", number, 1, Long.MAX_VALUE);
        Ranges.time("received", received);
    }

    /** The array ["tidemark-clock", number, received]. */
    public byte[] toBytes() {
        return new CborWriter()
                .array(ITEMS)
                .text(TAG)
                .integer(number)
                .integer(received.toEpochMilli())
                .toBytes();
    }

    public static ClockTold parse(byte[] bytes) {
        return Ranges.parsed(
                bytes, BYTES_MAX, reader -> reader.fields(ITEMS, () -> readFrom(reader)));
    }

    private static ClockTold readFrom(CborReader reader) {
        Ranges.tag(TAG, reader);
        return new ClockTold(reader.integer(), Instant.ofEpochMilli(reader.integer()));
    }
}
