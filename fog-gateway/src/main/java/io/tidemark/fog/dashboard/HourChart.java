package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takings by the hour as bars, laid out for an SVG of a fixed view box. Hours follow the business
 * day: what comes after midnight stands at its end.
 *
 * @param zero the height at which no takings lie; bars of hours with more returned than sold hang
 *     below it
 * @param left where the bars begin: as far in as the longest amount beside the lines needs
 */
public record HourChart(List<Bar> bars, List<Tick> ticks, double zero, double left) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 230;

    private static final int HOURS = 24;
    private static final int HOURS_SHOWN_MIN = 8;
    private static final double LABEL_GAP = 8;
    private static final double CHARACTER_WIDTH = 7;
    private static final double TOP = 12;
    private static final double BOTTOM = 200;
    private static final double GAP = 0.28;

    /**
     * @param label the hour, on the shop's wall
     * @param title what it says when pointed at
     */
    public record Bar(double x, double y, double width, double height, String label, String title) {
        public double middle() {
            return x + width / 2;
        }
    }

    /** A line across, and what it stands for. */
    public record Tick(double y, String label) {}

    static HourChart of(List<GatewayLedger.Hour> hours, String currency, int cutOverHour) {
        Map<Integer, GatewayLedger.Hour> byPlace = new TreeMap<>();
        for (GatewayLedger.Hour hour : hours)
            if (hour.currency().equals(currency))
                byPlace.put(Math.floorMod(hour.hour() - cutOverHour, HOURS), hour);
        if (byPlace.isEmpty()) return new HourChart(List.of(), List.of(), BOTTOM, LABEL_GAP);
        return new Layout(byPlace, currency, cutOverHour).chart();
    }

    /** Where an amount beside a line ends. */
    public double labelEnd() {
        return left - LABEL_GAP;
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    /** Turns amounts into places. */
    private static final class Layout {
        private final Map<Integer, GatewayLedger.Hour> byPlace;
        private final String currency;
        private final int cutOverHour;
        private final int first;
        private final int last;
        private final long step;
        private final long top;
        private final long bottom;

        Layout(Map<Integer, GatewayLedger.Hour> byPlace, String currency, int cutOverHour) {
            this.byPlace = byPlace;
            this.currency = currency;
            this.cutOverHour = cutOverHour;
            int from = byPlace.keySet().iterator().next();
            int to = byPlace.keySet().stream().mapToInt(Integer::intValue).max().orElse(from);
            this.last = Math.min(HOURS - 1, Math.max(to, from + HOURS_SHOWN_MIN - 1));
            this.first = Math.max(0, Math.min(from, last - HOURS_SHOWN_MIN + 1));
            long highest =
                    byPlace.values().stream().mapToLong(GatewayLedger.Hour::gross).max().orElse(0);
            long lowest =
                    byPlace.values().stream().mapToLong(GatewayLedger.Hour::gross).min().orElse(0);
            this.step = niceStep(Math.max(1, Math.max(highest, 0) - Math.min(lowest, 0)));
            this.top = ceiling(Math.max(highest, 0));
            this.bottom = -ceiling(-Math.min(lowest, 0));
        }

        HourChart chart() {
            List<Tick> ticks = ticks();
            double left = 2 * LABEL_GAP + CHARACTER_WIDTH * longest(ticks);
            List<Bar> bars = new ArrayList<>();
            double slot = (WIDTH - left) / (last - first + 1);
            for (int place = first; place <= last; place++)
                bars.add(bar(place, left + (place - first) * slot, slot));
            return new HourChart(List.copyOf(bars), ticks, y(0), left);
        }

        private List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (long at = bottom; at <= top; at += step)
                ticks.add(new Tick(y(at), Shown.figure(Shown.money(at, currency))));
            return List.copyOf(ticks);
        }

        private static int longest(List<Tick> ticks) {
            return ticks.stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
        }

        private Bar bar(int place, double left, double slot) {
            int hour = (place + cutOverHour) % HOURS;
            GatewayLedger.Hour taken = byPlace.get(place);
            long gross = taken == null ? 0 : taken.gross();
            long transactions = taken == null ? 0 : taken.transactions();
            Money amount = Shown.money(gross, currency);
            double from = y(Math.max(gross, 0));
            double to = y(Math.min(gross, 0));
            String label = "%02d".formatted(hour);
            return new Bar(
                    left + slot * GAP / 2,
                    from,
                    slot * (1 - GAP),
                    to - from,
                    label,
                    label
                            + ":00 to "
                            + "%02d".formatted((hour + 1) % HOURS)
                            + ":00: "
                            + Shown.money(amount)
                            + ", "
                            + Shown.count(transactions)
                            + (transactions == 1 ? " receipt" : " receipts"));
        }

        private double y(long amount) {
            double share = (double) (amount - bottom) / Math.max(step, top - bottom);
            return Math.round((BOTTOM - share * (BOTTOM - TOP)) * 10) / 10.0;
        }

        private long ceiling(long amount) {
            return Math.ceilDiv(amount, step) * step;
        }

        /** 1, 2 or 5 times a power of ten, so that there are three to six lines. */
        private static long niceStep(long span) {
            long unit = 1;
            while (unit * 10 <= span) unit *= 10;
            if (span / unit >= 5) return unit * 2;
            if (span / unit >= 2) return unit;
            return Math.max(1, unit / 2);
        }
    }
}
