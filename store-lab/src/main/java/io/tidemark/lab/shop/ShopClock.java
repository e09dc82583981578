package io.tidemark.lab.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * The laboratory's time: it passes {@code rate} times as fast as the real one, and at the real
 * instant {@code anchor} it is {@code start}. From {@code end} on it passes like the real one, so
 * that the pages stay on the day that was traded.
 */
public record ShopClock(Instant start, Instant anchor, Instant end, BigDecimal rate) {
    /**
     * A clock that runs from {@code start} to {@code end} in this much real time, from {@code
     * anchor} on.
     */
    public static ShopClock over(Instant start, Instant end, Instant anchor, Duration realTime) {
        BigDecimal rate =
                BigDecimal.valueOf(Duration.between(start, end).toMillis())
                        .divide(BigDecimal.valueOf(realTime.toMillis()), 3, RoundingMode.UP);
        return new ShopClock(start, anchor, end, rate.max(BigDecimal.ONE));
    }

    /** As a node's {@code --lab-clock} takes it. */
    public String setting() {
        return start + "@" + anchor + "x" + rate.toPlainString() + ".." + end;
    }

    /** The laboratory's present time, as nodes whose clocks are right have it. */
    public Instant now() {
        long millis = Duration.between(anchor, Instant.now()).toMillis();
        return start.plusMillis(rate.multiply(BigDecimal.valueOf(millis)).longValue());
    }

    public Instant realAt(Instant lab) {
        BigDecimal millis = BigDecimal.valueOf(Duration.between(start, lab).toMillis());
        return anchor.plusMillis(millis.divide(rate, 0, RoundingMode.UP).longValueExact());
    }

    /** The instant at which this share of the day is over. */
    public Instant labAtShare(double share) {
        return start.plusMillis((long) (Duration.between(start, end).toMillis() * share));
    }
}
