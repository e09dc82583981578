package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.ledger.event.StoreDayClosed;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which days can be closed, and which are to be. */
class ClosableDaysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String[] BOTH = {"till-1", "till-2"};

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    @AutoClose private final LaboratoryGateway gateway;

    ClosableDaysTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @Test
    void a_day_to_come_cannot_be_closed() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());

        assertThat(gateway.closes(DAY.plusDays(1), BOTH))
                .isEqualTo(
                        new Outcome.NoDayOfStore("2026-11-21 has not begun: today is 2026-11-20"));
    }

    @Test
    void a_day_that_a_till_worked_is_closed_though_the_gateways_clock_is_behind() {
        LocalDate worked = DAY.plusDays(1);
        gateway.receives(store.till("till-1").opens(worked).sells("2.50").closesDay());

        StoreDayClosed z = gateway.closed(worked, BOTH);

        assertThat(z.totals().transactions()).isEqualTo(1);
        assertThat(gateway.closing.checklist(worked).isDay()).isTrue();
    }

    @Test
    void a_mistyped_day_before_the_stores_first_gets_no_z_whoever_is_left_out() {
        assertThat(gateway.closes(DAY, BOTH)).isInstanceOf(Outcome.NoDayOfStore.class);
        gateway.receives(store.till("till-1").opens(DAY.minusDays(1)).sells("2.50").closesDay());

        Outcome outcome = gateway.closes(LocalDate.of(1999, 11, 20), BOTH);

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.NoDayOfStore(
                                "no device has opened 1999-11-20, and the store's first day was"
                                        + " 2026-11-19: look at the date"));
        assertThat(gateway.closing.checklist(LocalDate.of(1999, 11, 20)).isDay()).isFalse();
        assertThat(gateway.storeJournal.journal().head().sequence()).isZero();
    }

    @Test
    void a_day_on_which_devices_only_took_in_prices_is_not_overdue() {
        gateway.receives(
                store.till("till-1")
                        .adoptsMasterData(DAY.minusDays(2))
                        .opens(DAY.minusDays(1))
                        .sells("2.50")
                        .closesDay());

        assertThat(gateway.openDays.overdue()).containsExactly(DAY.minusDays(1));
    }

    @Test
    void a_day_that_the_store_skipped_can_be_closed_and_need_not_be() {
        gateway.receives(store.till("till-1").opens(DAY.minusDays(2)).sells("2.50").closesDay());

        assertThat(gateway.openDays.overdue()).containsExactly(DAY.minusDays(2));
        StoreDayClosed z = gateway.closed(DAY.minusDays(1), BOTH);

        assertThat(z.status()).startsWith("closed without: till-1");
        assertThat(z.totals().transactions()).isZero();
    }
}
