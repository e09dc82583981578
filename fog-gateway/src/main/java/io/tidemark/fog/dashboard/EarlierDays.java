package io.tidemark.fog.dashboard;

import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The closed days up to one, each beside the day a week before it: for whoever looks at the
 * dashboard, and in nothing that is signed. A day is its store Z with all its supplements.
 */
final class EarlierDays {
    /** A week, and the same day of the week before. */
    private static final int SHOWN = 8;

    private static final int WEEK = 7;
    private static final String NONE = "–";

    private final Map<LocalDate, List<StoreDayClosed>> days = new TreeMap<>();
    private final Function<StoreDayClosed, About> about;

    /**
     * When it was closed, and how long that took.
     *
     * @param took empty of one that another run of the gateway made
     */
    record About(Optional<OffsetDateTime> at, Optional<Duration> took) {}

    EarlierDays(List<StoreDayClosed> closed, Function<StoreDayClosed, About> about) {
        for (StoreDayClosed each : closed)
            days.merge(
                    each.day(),
                    List.of(each),
                    (before, next) -> Stream.concat(before.stream(), next.stream()).toList());
        this.about = about;
    }

    /** Newest first. */
    List<Board.EarlierRow> upTo(LocalDate day) {
        return days.keySet().stream()
                .filter(each -> !each.isAfter(day))
                .sorted(Comparator.reverseOrder())
                .limit(SHOWN)
                .map(this::row)
                .toList();
    }

    private Board.EarlierRow row(LocalDate day) {
        List<StoreDayClosed> parts = days.getOrDefault(day, List.of());
        StoreDayClosed first = parts.getFirst();
        Money gross = gross(parts);
        long receipts = receipts(parts);
        About closing = about.apply(first);
        return new Board.EarlierRow(
                day,
                Shown.shortDay(day)
                        + (parts.size() == 1 ? "" : ", " + supplements(parts.size() - 1)),
                Shown.figure(gross),
                change(gross, day.minusDays(WEEK)),
                Shown.count(receipts),
                receipts == 0 ? NONE : Shown.figure(mean(gross, receipts)),
                closing.at().map(Shown::time).orElse(NONE),
                closing.took().map(EarlierDays::inSeconds).orElse(NONE));
    }

    private static String supplements(int count) {
        return count == 1 ? "1 supplement" : count + " supplements";
    }

    private static Money gross(List<StoreDayClosed> parts) {
        return parts.stream()
                .map(part -> part.totals().gross())
                .reduce(Money.zero(parts.getFirst().currency()), Money::plus);
    }

    private static long receipts(List<StoreDayClosed> parts) {
        return parts.stream().mapToLong(part -> part.totals().transactions()).sum();
    }

    private static Money mean(Money gross, long receipts) {
        return new Money(
                BigDecimal.valueOf(gross.minor())
                        .divide(BigDecimal.valueOf(receipts), 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                gross.currency());
    }

    /** In per cent of what was taken then, to the tenth, half up. */
    private String change(Money gross, LocalDate before) {
        List<StoreDayClosed> parts = days.getOrDefault(before, List.of());
        if (parts.isEmpty() || gross(parts).minor() <= 0) return NONE;
        BigDecimal then = BigDecimal.valueOf(gross(parts).minor());
        BigDecimal change =
                BigDecimal.valueOf(gross.minor())
                        .subtract(then)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(then, 1, RoundingMode.HALF_UP);
        return (change.signum() > 0 ? "+" : "")
                + change.toPlainString().replace('-', '\u2212')
                + " %";
    }

    /** {@code 0.35 s}. */
    static String inSeconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis(), 3).setScale(2, RoundingMode.HALF_UP) + " s";
    }
}
