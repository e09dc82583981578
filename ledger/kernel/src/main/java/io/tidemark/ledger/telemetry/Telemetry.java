package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one node was at one moment, as it says itself.
 *
 * @param at when it was said, by the clock that the node's business runs on
 * @param number counts from 1 since the node started: a gap says that one was lost on the way
 * @param unmarked what its receiver has not marked yet
 * @param clock against its receiver's; null before that was measured
 * @param forces since the one before; null where nothing was forced
 */
public record Telemetry(
        Instant at,
        long number,
        Machine machine,
        Software software,
        Unmarked unmarked,
        @Nullable ClockOffset clock,
        @Nullable Forces forces) {
    /** Bytes of one, with room for what later versions add. */
    public static final int BYTES_MAX = 2_048;

    private static final String TAG = "tidemark-telemetry";
    private static final int ITEMS = 8;

    public Telemetry {
        Ranges.time("at", at);
        Ranges.within("number", number, 1, Long.MAX_VALUE);
    }

    /**
     * The array ["tidemark-telemetry", at, number, machine, software, unmarked, clock or null,
     * forces or null]; times in milliseconds since 1970.
     */
    public byte[] toBytes() {
        CborWriter writer =
                new CborWriter().array(ITEMS).text(TAG).integer(at.toEpochMilli()).integer(number);
        machine.writeTo(writer);
        software.writeTo(writer);
        unmarked.writeTo(writer);
        if (clock == null) writer.nothing();
        else clock.writeTo(writer);
        if (forces == null) writer.nothing();
        else forces.writeTo(writer);
        return writer.toBytes();
    }

    /**
     * @throws io.tidemark.ledger.codec.Malformed if it is none, or longer than {@link #BYTES_MAX}
     */
    public static Telemetry parse(byte[] bytes) {
        return Ranges.parsed(
                bytes, BYTES_MAX, reader -> reader.fields(ITEMS, () -> readFrom(reader)));
    }

    private static Telemetry readFrom(CborReader reader) {
        Ranges.tag(TAG, reader);
        return new Telemetry(
                Instant.ofEpochMilli(reader.integer()),
                reader.integer(),
                Machine.readFrom(reader),
                Software.readFrom(reader),
                Unmarked.readFrom(reader),
                reader.takeNothing() ? null : ClockOffset.readFrom(reader),
                reader.takeNothing() ? null : Forces.readFrom(reader));
    }
}
