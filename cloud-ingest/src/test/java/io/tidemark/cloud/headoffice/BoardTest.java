package io.tidemark.cloud.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.ledger.FiledCloseDown;
import io.tidemark.cloud.ledger.FiledDay;
import io.tidemark.cloud.ledger.H2Ledger.Extent;
import io.tidemark.cloud.ledger.Sums;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final LocalDate MONDAY = LocalDate.of(2010, 12, 6);
    private static final List<StoreFacts> STORES = List.of(store("s001"), store("s002"));

    @Test
    void a_day_that_another_store_closed_is_missing_for_a_store_that_did_not() {
        Board board = board(filed("s001", MONDAY, true));

        assertThat(status(board, "s001", MONDAY)).isEqualTo(DayStatus.CLOSED);
        assertThat(status(board, "s002", MONDAY)).isEqualTo(DayStatus.MISSING);
    }

    @Test
    void a_day_between_a_stores_own_days_is_missing_though_nobody_else_closed_it() {
        Board board = board(filed("s001", MONDAY, true), filed("s001", MONDAY.plusDays(2), true));

        assertThat(status(board, "s001", MONDAY.plusDays(1))).isEqualTo(DayStatus.MISSING);
        assertThat(status(board, "s002", MONDAY.plusDays(1))).isEqualTo(DayStatus.NONE);
    }

    @Test
    void days_of_which_nobody_expects_anything_are_not_shown() {
        Board board = board(filed("s001", MONDAY, true), filed("s002", MONDAY.plusDays(3), true));

        assertThat(board.days()).containsExactly(MONDAY.plusDays(3), MONDAY);
    }

    @Test
    void a_day_is_without_a_device_until_a_supplement_completes_it() {
        Board outstanding = board(filed("s001", MONDAY, false));
        Board completed = board(filed("s001", MONDAY, false, true));

        assertThat(status(outstanding, "s001", MONDAY)).isEqualTo(DayStatus.WITHOUT);
        assertThat(status(completed, "s001", MONDAY)).isEqualTo(DayStatus.CLOSED);
    }

    @Test
    void the_board_counts_what_it_shows() {
        Board board = board(filed("s001", MONDAY, true), filed("s001", MONDAY.plusDays(1), false));

        assertThat(board.count(DayStatus.MISSING)).isEqualTo(2);
        assertThat(board.count(DayStatus.WITHOUT)).isEqualTo(1);
        assertThat(board.count(DayStatus.CLOSED)).isEqualTo(1);
    }

    private static DayStatus status(Board board, String store, LocalDate day) {
        int column = board.days().indexOf(day);
        return board.lines().stream()
                .filter(line -> line.store().store().equals(store))
                .map(line -> line.cells().get(column).status())
                .findFirst()
                .orElseThrow();
    }

    private static Board board(FiledDay... filed) {
        List<FiledDay> days = List.of(filed);
        List<Extent> extents =
                STORES.stream()
                        .map(StoreFacts::store)
                        .flatMap(store -> extent(store, days).stream())
                        .toList();
        Set<LocalDate> closed = days.stream().map(FiledDay::day).collect(Collectors.toSet());
        return Board.of(STORES, new Board.Filed(extents, days, closed), MONDAY, MONDAY.plusDays(6));
    }

    private static List<Extent> extent(String store, List<FiledDay> days) {
        List<LocalDate> own =
                days.stream()
                        .filter(day -> day.store().equals(store))
                        .map(FiledDay::day)
                        .sorted()
                        .toList();
        return own.isEmpty()
                ? List.of()
                : List.of(new Extent(store, own.getFirst(), own.getLast()));
    }

    private static FiledDay filed(String store, LocalDate day, boolean... complete) {
        List<FiledCloseDown> closeDowns = new ArrayList<>();
        for (int supplement = 0; supplement < complete.length; supplement++)
            closeDowns.add(closeDown(supplement, complete[supplement]));
        return new FiledDay(store, day, GBP, closeDowns);
    }

    private static FiledCloseDown closeDown(int supplement, boolean complete) {
        return new FiledCloseDown(
                supplement,
                1,
                new FiledCloseDown.Source(1, 1, Hash.digest(new byte[0])),
                OffsetDateTime.parse("2010-12-06T18:00:00Z"),
                "manager",
                complete,
                1,
                1,
                Sums.none(GBP),
                GrandTotals.none(GBP),
                Map.of());
    }

    private static StoreFacts store(String label) {
        return new StoreFacts(
                label,
                "Store " + label,
                ZoneId.of("Europe/London"),
                4,
                GBP,
                RawPublicKey.of(new byte[32]));
    }
}
