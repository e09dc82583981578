package io.tidemark.fog.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days on which the clocks change, and days that are closed in more than two parts. */
class DaysOfOddLengthTest {
    @TempDir Path directory;

    /** In London clocks went back at 02:00 on 25 October 2026, which has 25 hours. */
    @Test
    void the_hour_that_a_day_has_twice_is_told_once_with_all_that_was_sold_in_it()
            throws Exception {
        List<String> hours =
                hoursOf(
                        LocalDate.of(2026, 10, 25),
                        till -> {
                            till.by("Ann", LocalTime.of(0, 59)).sells("1.00");
                            till.by("Ann", LocalTime.of(1, 30)).sells("2.00");
                            till.afterClocksWentBack().sells("4.00");
                            till.by("Ann", LocalTime.of(2, 0)).sells("8.00");
                        });

        assertThat(hours).containsExactly("0 1", "1 2", "2 1");
    }

    /** And forward at 01:00 on 29 March 2026, which has 23. */
    @Test
    void the_hour_that_a_day_has_not_is_in_no_figure() throws Exception {
        List<String> hours =
                hoursOf(
                        LocalDate.of(2026, 3, 29),
                        till -> {
                            till.by("Ann", LocalTime.of(0, 59)).sells("1.00");
                            till.by("Ann", LocalTime.of(2, 0)).sells("2.00");
                            till.by("Ann", LocalTime.of(23, 59)).sells("4.00");
                        });

        assertThat(hours).containsExactly("0 1", "2 1", "23 1");
    }

    @Test
    void a_day_with_two_supplements_is_their_sum_in_every_format() throws Exception {
        try (ClosedAtHand closed =
                new ClosedAtHand(directory.resolve("gateway"), "till-1", "till-2", "till-3")) {
            List<StoreDayClosed> parts = new ArrayList<>();
            for (int part = 1; part <= 3; part++) {
                LaboratoryTill till = closed.store.till("till-" + part).at("W" + part);
                till.opens(SomeDay.DAY);
                OddDay.EVERY_KIND_OF_LINE.at(till, LaboratoryStore.GBP);
                OddDay.TENDERS_BOTH_WAYS_AND_COUNTS_OF_NOTHING.at(till, LaboratoryStore.GBP);
                closed.gateway.receives(till.closesDay());
                parts.add(closed.gateway.closed(SomeDay.DAY, still(part)));
            }

            assertThat(parts).extracting(StoreDayClosed::supplement).containsExactly(0, 1, 2);
            assertThat(parts).extracting(StoreDayClosed::zNumber).containsOnly(1L);
            assertThat(parts.getLast().without()).isEmpty();
            assertThat(gross(parts)).isEqualTo(parts.getLast().grand().net());
            OddDaysTest.assertEveryFormatTakes(closed, closed.day(), directory);
        }
    }

    /** What the close-down tells of each hour of a day that every format takes. */
    private List<String> hoursOf(LocalDate day, Consumer<LaboratoryTill> works) throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory.resolve("gateway"), "till-1")) {
            LaboratoryTill till = closed.store.till("till-1").opens(day);
            works.accept(till);
            closed.gateway.receives(till.closesDay());
            StoreDayClosed z = closed.gateway.closed(day);
            OddDaysTest.assertEveryFormatTakes(closed, closed.day(day), directory);
            return hours(z);
        }
    }

    private static String[] still(int part) {
        return List.of("till-2", "till-3").subList(part - 1, 2).toArray(String[]::new);
    }

    private static Money gross(List<StoreDayClosed> parts) {
        return parts.stream().map(part -> part.totals().gross()).reduce(Money::plus).orElseThrow();
    }

    private static List<String> hours(StoreDayClosed z) {
        DayDetails details = Objects.requireNonNull(z.details());
        return details.hours().stream().map(DaysOfOddLengthTest::told).toList();
    }

    private static String told(HourTotal hour) {
        return hour.hour() + " " + hour.transactions();
    }
}
