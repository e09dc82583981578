package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.StoreHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which days are in memory where not every device is used every day. */
class NewestDaysInColumnsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final StoreHistory NOTHING = StoreHistory.none(LaboratoryStore.GBP);

    /** Idle ones are asked before and after the one that is worked with. */
    private final LaboratoryStore store = new LaboratoryStore("idle-1", "till-1", "unused-1");

    private final LaboratoryTill idle = store.till("idle-1");
    private final LaboratoryTill till = store.till("till-1");
    private final LaboratoryTill unused = store.till("unused-1");
    private final Columns columns = emptyColumns();
    @AutoClose private final LaboratoryGateway gateway;

    NewestDaysInColumnsTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, TODAY.plusDays(1));
    }

    @Test
    void a_device_that_was_last_used_days_ago_pushes_no_newer_day_out() {
        worked(idle, TODAY.minusDays(5));
        worked(till, YESTERDAY);
        follow(columns);
        worked(till, TODAY);
        follow(columns);

        long followed = columns.bytes();
        assertIsFolded(YESTERDAY, columns);
        assertIsFolded(TODAY, columns);

        assertThat(columns.bytes()).isPositive().isEqualTo(followed);
    }

    @Test
    void yesterday_is_followed_after_a_restart_when_the_till_is_in_today_already() {
        worked(idle, TODAY.minusDays(5));
        worked(till, YESTERDAY);
        worked(till, TODAY);
        Columns afterRestart = emptyColumns();
        follow(afterRestart);

        long followed = afterRestart.bytes();
        assertIsFolded(YESTERDAY, afterRestart);

        assertThat(afterRestart.bytes()).isPositive().isEqualTo(followed);
    }

    @Test
    void what_a_till_sold_offline_yesterday_is_followed_when_another_is_in_today_already() {
        worked(till, YESTERDAY);
        worked(till, TODAY);
        follow(columns);
        long before = columns.bytes();
        worked(idle, YESTERDAY);

        follow(columns);

        long followed = columns.bytes();
        assertThat(followed).isGreaterThan(before);
        assertIsFolded(YESTERDAY, columns);
        assertThat(columns.bytes()).isEqualTo(followed);
    }

    @Test
    void two_idle_devices_are_not_read_again_and_again() {
        worked(idle, TODAY.minusDays(9));
        worked(unused, TODAY.minusDays(5));
        worked(till, TODAY);
        follow(columns);

        List<Long> turns = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++)
            for (DeviceJournal journal : gateway.journals.all()) {
                columns.follow(journal);
                turns.add(columns.bytes());
            }

        assertThat(turns).containsOnly(columns.bytes());
        assertThat(columns.bytes()).isPositive();
    }

    @Test
    void an_older_day_is_folded_late_and_leaves_the_newer_ones_in_memory() {
        LocalDate late = TODAY.minusDays(5);
        worked(idle, late);
        worked(till, late);
        worked(till, YESTERDAY);
        worked(till, TODAY);
        follow(columns);
        long before = columns.bytes();

        assertIsFolded(late, columns);

        assertThat(columns.bytes()).isPositive().isEqualTo(before);
    }

    @Test
    void a_day_that_devices_only_took_new_prices_in_on_is_none_of_the_two() {
        worked(till, YESTERDAY.minusDays(1));
        worked(till, YESTERDAY);
        gateway.receives(unused.adoptsMasterData(TODAY));
        follow(columns);
        long followed = columns.bytes();

        assertIsFolded(YESTERDAY, columns);
        assertIsFolded(YESTERDAY.minusDays(1), columns);

        assertThat(columns.bytes()).isPositive().isEqualTo(followed);
    }

    @Test
    void yesterday_makes_room_for_today_and_not_the_other_way_round() {
        worked(till, YESTERDAY);
        worked(idle, YESTERDAY);
        follow(columns);
        Columns one = new Columns(columns.bytes() * 9 / 10, LaboratoryStore.GBP);
        follow(one);
        long yesterday = one.bytes();
        worked(till, TODAY);
        follow(one);
        long today = one.bytes();

        assertIsFolded(YESTERDAY, one);
        assertIsFolded(TODAY, one);

        assertThat(today).isGreaterThan(yesterday);
        assertThat(one.bytes()).isEqualTo(today);
    }

    /** More on each day than on the one before, so that memory tells which days are in it. */
    private void worked(LaboratoryTill device, LocalDate day) {
        device.opens(day);
        long sales = 22 * ChronoUnit.DAYS.between(TODAY.minusDays(10), day);
        for (int i = 0; i < sales; i++) device.sells("2.50");
        gateway.receives(device.closesDay());
    }

    private void follow(Columns followed) {
        for (int turn = 0; turn < 3; turn++) gateway.journals.all().forEach(followed::follow);
    }

    /** As from the journals alone. */
    private void assertIsFolded(LocalDate day, Columns from) {
        CloseDown.Folded folded = folded(day, from);

        assertThat(folded.closed().totals().transactions()).isPositive();
        assertThat(folded).isEqualTo(folded(day, new Columns(0, LaboratoryStore.GBP)));
    }

    private CloseDown.Folded folded(LocalDate day, Columns from) {
        return CloseDown.fold(
                day, NOTHING, new DayFolds(day, NOTHING, from).of(gateway.journals, Map.of()), 0);
    }

    private static Columns emptyColumns() {
        return new Columns(1 << 20, LaboratoryStore.GBP);
    }
}
