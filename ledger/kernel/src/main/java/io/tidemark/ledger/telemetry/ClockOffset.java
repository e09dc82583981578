package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a node's clock is from its receiver's, measured as in SNTP (RFC 4330 §5): the receiver's
 * answer tells what time it was there, at some moment between the question and the answer. Taken to
 * be the middle, it is wrong by half of what lies between at most, however long the ways are.
 *
 * @param ahead of the receiver's clock; negative where it is behind
 * @param error the true offset is no further from {@code ahead} than this
 */
public record ClockOffset(Duration ahead, Duration error) {
    private static final int ITEMS = 2;

    /** What is lost by telling times in whole milliseconds, on both sides. */
    private static final long ROUNDING_MILLIS = 1;

    public ClockOffset {
        Ranges.within("ahead", ahead.toMillis(), -Ranges.MILLIS_MAX, Ranges.MILLIS_MAX);
        Ranges.within("error", error.toMillis(), 0, Ranges.MILLIS_MAX);
    }

    /**
     * @param asked by the node's clock
     * @param there by the receiver's
     * @param heard by the node's clock
     * @return empty where the node's clock was set back meanwhile: then nothing is known
     */
    public static Optional<ClockOffset> between(Instant asked, Instant there, Instant heard) {
        long meanwhile = heard.toEpochMilli() - asked.toEpochMilli();
        if (meanwhile < 0) return Optional.empty();
        long middle = asked.toEpochMilli() + meanwhile / 2;
        return Optional.of(
                new ClockOffset(
                        Duration.ofMillis(middle - there.toEpochMilli()),
                        Duration.ofMillis((meanwhile + 1) / 2 + ROUNDING_MILLIS)));
    }

    /** Whether it is beyond this, whatever the error. */
    public boolean isBeyond(Duration most) {
        return ahead.abs().minus(error).compareTo(most) > 0;
    }

    void writeTo(CborWriter writer) {
        writer.array(ITEMS).integer(ahead.toMillis()).integer(error.toMillis());
    }

    static ClockOffset readFrom(CborReader reader) {
        return reader.fields(
                ITEMS,
                () ->
                        new ClockOffset(
                                Duration.ofMillis(reader.integer()),
                                Duration.ofMillis(reader.integer())));
    }
}
