package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.StoreDayClosed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayFromColumnsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final long PLENTY = 64L << 20;
    private static final StoreHistory NOTHING = StoreHistory.none(LaboratoryStore.GBP);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2", "till-3");
    private final List<LaboratoryTill> tills =
            Stream.of("till-1", "till-2", "till-3").map(store::till).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void columns_and_journals_give_the_same_close_down_and_the_same_supplement(long seed) {
        Random random = new Random(seed);
        Columns columns = new Columns(PLENTY, LaboratoryStore.GBP);
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            for (LaboratoryTill till : tills) {
                if (random.nextInt(8) == 0) till.sells("1.00");
                till.opens(DAY);
            }
            trade(random, gateway, columns);
            for (LaboratoryTill till : tills) {
                if (random.nextInt(4) > 0) till.closesDay();
                if (random.nextInt(8) == 0) till.sells("2.00");
            }
            bring(tills, gateway);
            CloseDown.Folded closed = requireSame(gateway, columns, NOTHING);

            LaboratoryTill late = tills.get(random.nextInt(tills.size()));
            if (random.nextBoolean()) late.opens(DAY);
            trade(random, gateway, columns);

            requireSame(gateway, columns, NOTHING.then(closed));
        }
    }

    @Test
    void a_day_that_was_closed_is_still_told_by_columns_where_nothing_came_since() {
        Columns columns = new Columns(PLENTY, LaboratoryStore.GBP);
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            tills.forEach(till -> till.opens(DAY).sells("2.50").closesDay());
            bring(tills, gateway);
            CloseDown.Folded closed = requireSame(gateway, columns, NOTHING);
            bring(List.of(tills.getFirst().sells("7.00")), gateway);

            CloseDown.Folded supplement = requireSame(gateway, columns, NOTHING.then(closed));

            assertThat(supplement.closed().totals().transactions()).isEqualTo(1);
        }
    }

    @Test
    void what_came_after_the_columns_were_read_is_in_the_close_down() {
        Columns columns = new Columns(PLENTY, LaboratoryStore.GBP);
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            bring(List.of(tills.getFirst().opens(DAY).sells("2.50")), gateway);
            follow(gateway, columns);
            bring(List.of(tills.getFirst().sells("3.50").closesDay()), gateway);

            assertThat(requireSame(gateway, columns, NOTHING).closed().totals().transactions())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_count_amid_the_day_of_a_till_that_is_left_out_is_told_alike() {
        Columns columns = new Columns(PLENTY, LaboratoryStore.GBP);
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            LaboratoryTill till = tills.getFirst().opens(DAY).sells("2.50").counts("105.00");
            bring(List.of(till), gateway);
            follow(gateway, columns);
            StoreDayClosed settled = requireSame(gateway, columns, NOTHING).closed();
            bring(List.of(till.sells("1.00")), gateway);

            StoreDayClosed moved = requireSame(gateway, columns, NOTHING).closed();

            assertThat(settled.tills().getFirst().totals().tenders().getFirst().counted())
                    .isNotNull();
            assertThat(moved.tills().getFirst().totals().tenders().getFirst().counted()).isNull();
        }
    }

    @Test
    void columns_never_take_more_memory_than_they_may() {
        Columns small = new Columns(20_000, LaboratoryStore.GBP);
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            tills.getFirst().opens(DAY);
            for (int i = 0; i < 2_000; i++) tills.getFirst().sells("2.50");
            tills.get(1).opens(DAY).sells("1.00");
            bring(tills.subList(0, 2), gateway);
            follow(gateway, small);

            StoreDayClosed closed = requireSame(gateway, small, NOTHING).closed();

            assertThat(small.bytes()).isPositive().isLessThanOrEqualTo(20_000);
            assertThat(closed.totals().transactions()).isEqualTo(2_001);
        }
    }

    @Test
    void a_close_down_from_columns_is_the_one_that_is_signed() {
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            tills.forEach(till -> till.opens(DAY).sells("2.50").closesDay());
            bring(tills, gateway);

            StoreDayClosed closed = gateway.closed(DAY);

            assertThat(closed)
                    .isEqualTo(
                            folded(gateway, new Columns(0, LaboratoryStore.GBP), NOTHING).closed());
            assertThat(gateway.columns.bytes()).isPositive();
        }
    }

    private void trade(Random random, LaboratoryGateway gateway, Columns columns) {
        RandomTrade trade = new RandomTrade(random, DAY);
        for (int turns = random.nextInt(200); turns > 0; turns--) {
            trade.trade(tills.get(random.nextInt(tills.size())));
            if (random.nextInt(10) == 0)
                bring(List.of(tills.get(random.nextInt(tills.size()))), gateway);
            if (random.nextInt(20) == 0) follow(gateway, columns);
        }
        bring(tills, gateway);
    }

    private static void bring(List<LaboratoryTill> tills, LaboratoryGateway gateway) {
        for (LaboratoryTill till : tills)
            if (till.head().sequence() > received(till, gateway)) gateway.receives(till);
    }

    private static long received(LaboratoryTill till, LaboratoryGateway gateway) {
        return gateway.journals.of(till.journal()).orElseThrow().received().sequence();
    }

    private static void follow(LaboratoryGateway gateway, Columns columns) {
        for (DeviceJournal journal : gateway.journals.all()) {
            boolean more = true;
            while (more) more = columns.follow(journal);
        }
    }

    private static CloseDown.Folded requireSame(
            LaboratoryGateway gateway, Columns columns, StoreHistory history) {
        Columns none = new Columns(0, LaboratoryStore.GBP);
        CloseDown.Folded byEntries = folded(gateway, none, history);

        assertThat(none.bytes()).isZero();
        assertThat(folded(gateway, columns, history)).isEqualTo(byEntries);
        assertThat(problems(gateway, columns, history)).isEqualTo(problems(gateway, none, history));
        return byEntries;
    }

    private static CloseDown.Folded folded(
            LaboratoryGateway gateway, Columns columns, StoreHistory history) {
        return CloseDown.fold(DAY, history, folds(gateway, columns, history), 0);
    }

    private static List<DeviceDayFold.Problem> problems(
            LaboratoryGateway gateway, Columns columns, StoreHistory history) {
        return folds(gateway, columns, history).stream()
                .flatMap(fold -> fold.problems().stream())
                .toList();
    }

    private static List<DeviceDayFold> folds(
            LaboratoryGateway gateway, Columns columns, StoreHistory history) {
        return new DayFolds(DAY, history, columns).of(gateway.journals, Map.of());
    }
}
