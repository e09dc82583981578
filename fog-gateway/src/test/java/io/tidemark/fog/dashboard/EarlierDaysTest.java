package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.StoreDayClosed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store's days beside each other, as its dashboard compares them. */
class EarlierDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T22:14:00Z");

    @TempDir private Path directory;

    @Test
    void a_day_is_compared_with_the_same_day_of_the_week_before_and_has_its_supplements() {
        List<Board.EarlierRow> rows =
                new EarlierDays(closedDays(), EarlierDaysTest::about).upTo(FRIDAY);

        assertThat(rows).extracting(Board.EarlierRow::day).containsExactly(FRIDAY, week());
        assertThat(rows.getFirst())
                .isEqualTo(
                        new Board.EarlierRow(
                                FRIDAY,
                                "Fri 20 Nov, 1 supplement",
                                "13.00",
                                "+160.0 %",
                                "3",
                                "4.33",
                                "20 Nov 2026, 22:14",
                                "0.35 s"));
        assertThat(rows.getLast().change()).isEqualTo("–");
    }

    @Test
    void days_after_the_one_that_is_looked_at_are_left_out() {
        assertThat(new EarlierDays(closedDays(), EarlierDaysTest::about).upTo(week()))
                .extracting(Board.EarlierRow::day)
                .containsExactly(week());
    }

    private static LocalDate week() {
        return FRIDAY.minusDays(7);
    }

    private static EarlierDays.About about(StoreDayClosed closed) {
        return new EarlierDays.About(Optional.of(AT), Optional.of(Duration.ofMillis(346)));
    }

    /** A Friday of 5.00, and one of 6.00 in two receipts, to which another 7.00 came late. */
    private List<StoreDayClosed> closedDays() {
        LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, clock)) {
            LaboratoryTill one = store.till("till-1").opens(week()).sells("2.50").closesDay();
            LaboratoryTill two = store.till("till-2").opens(week()).closesDay();
            gateway.receives(one);
            gateway.receives(two);
            gateway.closed(week());
            gateway.receives(one.opens(FRIDAY).sells("1.50").sells("1.50").closesDay());
            gateway.receives(two.opens(FRIDAY));
            gateway.closed(FRIDAY, "till-2");
            gateway.receives(two.sells("3.50").closesDay());
            gateway.closed(FRIDAY);
            return gateway.storeJournal.state().history().closed();
        }
    }
}
