package io.tidemark.fog.dashboard;

import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.telemetry.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One measure of a device over some time, laid out for an SVG of a fixed view box. Where nothing
 * was heard there is no line.
 *
 * @param lines the points of each unbroken line
 * @param least of what was heard, in words
 * @param most likewise: the line's highest place
 */
public record TimeChart(String title, List<String> lines, String least, String most, String last) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 84;

    private static final int PLACES = 180;
    private static final double TOP = 4;
    private static final double BOTTOM = HEIGHT - 4;

    /**
     * What is measured.
     *
     * @param value of one telemetry; null where it does not say
     * @param words for a value
     */
    record Measure(
            String title,
            Function<Telemetry, @Nullable Double> value,
            DoubleFunction<String> words) {}

    /**
     * @param from where the chart begins
     * @param length of all of it
     */
    static TimeChart of(Measure measure, List<Heard> heard, Instant from, Duration length) {
        @Nullable Double[] highest = highest(measure, heard, from, length);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        @Nullable Double last = null;
        for (Double value : highest)
            if (value != null) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                last = value;
            }
        if (last == null) return new TimeChart(measure.title(), List.of(), "", "", "");
        return new TimeChart(
                measure.title(),
                lines(highest, Math.min(least, 0), Math.max(most, 0)),
                measure.words().apply(least),
                measure.words().apply(most),
                measure.words().apply(last));
    }

    /** The highest of each part of the time: what stands out is what one looks for. */
    private static @Nullable Double[] highest(
            Measure measure, List<Heard> heard, Instant from, Duration length) {
        @Nullable Double[] highest = new @Nullable Double[PLACES];
        for (Heard each : heard) {
            Double value = measure.value().apply(each.telemetry());
            long millis = Duration.between(from, each.at()).toMillis();
            int place = (int) Math.floorDiv(millis * PLACES, Math.max(1, length.toMillis()));
            if (value == null || place < 0 || place >= PLACES) continue;
            Double there = highest[place];
            highest[place] = there == null ? value : Math.max(there, value);
        }
        return highest;
    }

    /** Two places without anything break a line: one alone is an interval that fell between. */
    private static List<String> lines(@Nullable Double[] values, double bottom, double top) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int missing = 0;
        double range = top > bottom ? top - bottom : 1;
        for (int place = 0; place < PLACES; place++) {
            Double value = values[place];
            missing = value == null ? missing + 1 : 0;
            if (missing == 3 && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (value != null)
                line.append(
                        String.format(
                                Locale.ROOT,
                                "%.1f,%.1f ",
                                (place + 0.5) * WIDTH / PLACES,
                                BOTTOM - (value - bottom) / range * (BOTTOM - TOP)));
        }
        if (!line.isEmpty()) lines.add(line.toString());
        return List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** For who does not see it. */
    public String inWords() {
        return title + ": least " + least + ", most " + most + ", last " + last;
    }
}
