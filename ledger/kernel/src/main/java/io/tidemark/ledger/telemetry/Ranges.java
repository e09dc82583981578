package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What numbers and texts from another machine may be. */
final class Ranges {
    /** A thousand years of milliseconds: sums and differences of two times stay within a long. */
    static final long MILLIS_MAX = 1_000L * 366 * 24 * 60 * 60 * 1_000;

    static final int PER_MILLE = 1_000;
    private static final int TAG_MAX = 40;

    private Ranges() {}

    static void within(String field, long value, long least, long most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(
                    field + " is " + value + ", not from " + least + " to " + most);
    }

    static void notNegative(String field, long value) {
        within(field, value, 0, Long.MAX_VALUE);
    }

    static void within(String field, @Nullable Integer value, int least, int most) {
        if (value != null) within(field, value.longValue(), least, most);
    }

    static void time(String field, Instant value) {
        within(field, value.toEpochMilli(), 0, MILLIS_MAX);
    }

    static void text(String field, String value, int most) {
        if (value.length() > most)
            throw new IllegalArgumentException(field + " is longer than " + most + " characters");
    }

    static void tag(String tag, CborReader reader) {
        String found = reader.text(TAG_MAX);
        if (!found.equals(tag))
            throw new Malformed("'" + found + "' where '" + tag + "' is expected");
    }

    static <T> T parsed(byte[] bytes, int bytesMax, Function<CborReader, T> parser) {
        if (bytes.length > bytesMax)
            throw new Malformed(bytes.length + " bytes where " + bytesMax + " are allowed");
        CborReader reader = new CborReader(bytes);
        try {
            T value = parser.apply(reader);
            reader.end();
            return value;
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    static void writeOrNothing(@Nullable Number value, CborWriter writer) {
        if (value == null) writer.nothing();
        else writer.integer(value.longValue());
    }

    static @Nullable Integer smallOrNothing(CborReader reader) {
        return reader.takeNothing() ? null : reader.integer(0, Integer.MAX_VALUE);
    }

    static @Nullable Long longOrNothing(CborReader reader) {
        return reader.takeNothing() ? null : reader.integer();
    }
}
