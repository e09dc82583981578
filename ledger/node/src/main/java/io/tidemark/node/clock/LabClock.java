package io.tidemark.node.clock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Laboratory time = start + (now − anchor) · rate, and from an end on, if one is given, as fast as
 * real time: so a day that was replayed in a minute can then be looked at. Nodes given the same
 * setting agree, and a node that is restarted with it goes on where the laboratory is, not where it
 * began.
 */
public final class LabClock extends Clock {
    /** Faster than this, a day is over before a node has started. */
    public static final int RATE_MAX = 100_000;

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<start>[^@×x]+)(@(?<anchor>[^@×x]+))?[×x](?<rate>[0-9]{1,6}(\\.[0-9]{1,6})?)"
                            + "(\\.\\.(?<end>[^@×x]+))?");
    private static final String EXAMPLE =
            "START[@ANCHOR]×RATE[..END], such as 2010-12-01T08:00:00Z×60 or "
                    + "2010-12-01T08:00:00Z@2026-11-21T10:00:00Z×60 (x will do for ×)";

    private final Instant start;
    private final Instant anchor;
    private final BigDecimal rate;
    private final Instant end;
    private final Clock real;

    private LabClock(Instant start, Instant anchor, BigDecimal rate, Instant end, Clock real) {
        this.start = start;
        this.anchor = anchor;
        this.rate = rate;
        this.end = end;
        this.real = real;
    }

    /**
     * The clock a node's business runs on.
     *
     * @param setting of {@code --lab-clock}
     * @param laboratory whether the roster says that the organisation is a laboratory
     * @throws IllegalArgumentException saying what to write, or that a shop's clock is not for
     *     setting
     */
    public static Clock orReal(Optional<String> setting, boolean laboratory, Clock real) {
        if (setting.isEmpty()) return real;
        if (!laboratory)
            throw new IllegalArgumentException(
                    "a laboratory clock is refused: this organisation is not a laboratory. "
                            + "Start without --lab-clock, or provision with `tidemark provision organisation --laboratory`");
        return parse(setting.get(), real);
    }

    /** The anchor is the real clock's now where the text names none. */
    public static LabClock parse(String text, Clock real) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches())
            throw new IllegalArgumentException(
                    "not a laboratory clock: '" + text + "'; write " + EXAMPLE);
        Instant start = instant("START", form.group("start"));
        Instant anchor =
                Optional.ofNullable(form.group("anchor"))
                        .map(a -> instant("ANCHOR", a))
                        .orElseGet(real::instant);
        BigDecimal rate = new BigDecimal(form.group("rate"));
        if (rate.signum() == 0 || rate.compareTo(BigDecimal.valueOf(RATE_MAX)) > 0)
            throw new IllegalArgumentException(
                    "a laboratory clock's RATE is above 0 and at most "
                            + RATE_MAX
                            + ", not "
                            + rate);
        Instant end =
                Optional.ofNullable(form.group("end"))
                        .map(e -> instant("END", e))
                        .orElse(Instant.MAX);
        if (!end.isAfter(start))
            throw new IllegalArgumentException(
                    "a laboratory clock's END is after its START, not " + end);
        return new LabClock(start, anchor, rate, end, real);
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(anchor, real.instant());
        Instant lab = start.plus(times(passed, rate));
        return lab.isBefore(end) ? lab : end.plus(passed.minus(untilEnd()));
    }

    /** How much real time passes from the anchor to the end. */
    private Duration untilEnd() {
        BigDecimal nanos = nanos(Duration.between(start, end));
        return ofNanos(nanos.divide(rate, 0, RoundingMode.UP));
    }

    private static Duration times(Duration duration, BigDecimal factor) {
        return ofNanos(nanos(duration).multiply(factor));
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(duration.getNano()));
    }

    private static Duration ofNanos(BigDecimal nanos) {
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new LabClock(start, anchor, rate, end, real.withZone(zone));
    }

    private static Instant instant(String what, String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a laboratory clock's "
                            + what
                            + " is an instant like 2010-12-01T08:00:00Z, not '"
                            + text
                            + "'",
                    e);
        }
    }
}
