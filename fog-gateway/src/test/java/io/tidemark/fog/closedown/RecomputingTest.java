package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.node.loop.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When a close-down is computed again, when it may be sent, and what is told of it. */
class RecomputingTest extends RecomputedStore {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicInteger agreed = new AtomicInteger();

    @Test
    void a_close_down_waits_until_the_journals_bytes_gave_the_same() {
        sellsAtBothTills(DAY);
        StoreDayClosed z = gateway.closed(DAY);

        assertThat(recomputing.sendable()).isZero();
        run();
        await().atMost(SOON).until(() -> agreed.get() == 1);

        assertThat(recomputing.sendable()).isEqualTo(last());
        assertThat(sealing(z).state()).isEqualTo(Sealing.State.AGREED);
        assertThat(sealing(z).percent()).isEqualTo(100);
        assertThat(sealing(z).entries()).isEqualTo(9);
        assertThat(sealing(z).read()).isEqualTo(9);
        assertThat(gateway.alerts.standing()).isEmpty();
    }

    @Test
    void supplements_and_days_left_open_at_a_till_are_borne_out_as_well() {
        gateway.receives(one.opens(DAY).sells("2.50").closesDay());
        gateway.receives(two.opens(DAY).sells("1.00"));
        gateway.closed(DAY, "till-2");
        gateway.receives(two.sells("7.00").closesDay());
        gateway.closed(DAY);
        sellsAtBothTills(DAY.plusDays(1));
        gateway.closed(DAY.plusDays(1));

        run();
        await().atMost(SOON).until(() -> agreed.get() == 3);

        assertThat(recomputing.sendable()).isEqualTo(last());
        assertThat(recomputing.all())
                .extracting(Sealing::label)
                .containsExactly(
                        "Z 1 of 2026-11-20",
                        "Z 1 of 2026-11-20, supplement 1",
                        "Z 2 of 2026-11-21");
    }

    @Test
    void what_was_tampered_with_goes_up_once_it_was_put_right() throws IOException {
        sellsAtBothTills(DAY);
        StoreDayClosed z = gateway.closed(DAY);
        byte[] whole = flipped();

        compute(recomputing);

        assertThat(recomputing.sendable()).isZero();
        assertThat(gateway.alerts.standing())
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.CLOSE_DOWN_DIFFERS);
        assertThat(gateway.alerts.standing().getFirst().text())
                .startsWith("it is not sent to head office, nor what was recorded after it:")
                .contains("till-1")
                .contains("./tidemark verify DIR");
        Files.write(segment("till-1"), whole);
        compute(recomputing);
        assertThat(recomputing.sendable()).isEqualTo(last());
        assertThat(sealing(z).state()).isEqualTo(Sealing.State.AGREED);
        assertThat(gateway.alerts.standing()).isEmpty();
    }

    @Test
    void a_close_down_with_one_other_figure_is_stopped_told_and_found_by_whoever_verifies() {
        sellsAtBothTills(DAY);
        StoreHistory none = StoreHistory.none(LaboratoryStore.GBP);
        CloseDown.Folded folded =
                CloseDown.fold(
                        DAY,
                        none,
                        new DayFolds(DAY, none, gateway.columns).of(gateway.journals, Map.of()),
                        0);
        StoreDayClosed right = folded.closed();
        GrandTotals more =
                new GrandTotals(
                        right.grand().sales().plus(new Money(1, LaboratoryStore.GBP)),
                        right.grand().returns());
        gateway.records(
                new CloseDown.Folded(
                        right.with(Objects.requireNonNull(right.details()), more),
                        folded.figures(),
                        folded.stock()));

        compute(recomputing);

        String told = "grand › sales: 9.01 GBP, where the journals give 9.00 GBP";
        assertThat(recomputing.sendable()).isZero();
        assertThat(recomputing.all().getFirst().state()).isEqualTo(Sealing.State.STOPPED);
        assertThat(recomputing.all().getFirst().differences()).containsExactly(told);
        assertThat(gateway.alerts.standing().getFirst().text()).contains("grand › sales");
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .extracting(Refold.Difference::text)
                .containsExactly("Z 1 of 2026-11-20 says " + told);
    }

    @Test
    void what_was_borne_out_is_not_computed_again_after_a_restart() {
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        compute(recomputing);
        sellsAtBothTills(DAY.plusDays(1));
        gateway.closed(DAY.plusDays(1));

        Recomputing restarted = recomputing(0);
        compute(restarted);

        assertThat(restarted.sendable()).isEqualTo(last());
        assertThat(restarted.all()).extracting(Sealing::label).containsExactly("Z 2 of 2026-11-21");
    }

    @Test
    void a_note_that_is_lost_or_of_another_journal_has_all_computed_again() throws IOException {
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        compute(recomputing);
        Path note = directory.resolve("notes/s001.gateway.1.borne-out");
        String told = Files.readString(note);

        for (String other :
                List.of(
                        "",
                        "3",
                        told.replace(' ', '0'),
                        told.replaceAll("[0-9a-f]\n", "!"),
                        "9" + told)) {
            Files.writeString(note, other);

            assertThat(recomputing(0).sendable()).as(other).isZero();
        }
        Files.writeString(note, told);
        assertThat(recomputing(0).sendable()).isEqualTo(last());
    }

    @Test
    void what_head_office_has_by_another_way_is_computed_last_and_told_where_it_differs()
            throws IOException {
        sellsAtBothTills(DAY);
        StoreDayClosed carried = gateway.closed(DAY);
        long marked = last();
        gateway.seals();
        sellsAtBothTills(DAY.plusDays(1));
        StoreDayClosed waits = gateway.closed(DAY.plusDays(1));
        byte[] whole = flipped();
        Recomputing restarted = recomputing(marked);
        assertThat(restarted.sendable()).isGreaterThanOrEqualTo(marked).isLessThan(last());

        assertThat(restarted.turn()).isEqualTo(Rest.NONE);
        assertThat(restarted.all()).extracting(Sealing::label).containsExactly("Z 2 of 2026-11-21");
        compute(restarted);

        assertThat(restarted.sendable()).isEqualTo(last());
        assertThat(restarted.of(waits).orElseThrow().state()).isEqualTo(Sealing.State.AGREED);
        assertThat(restarted.of(carried).orElseThrow().state()).isEqualTo(Sealing.State.STOPPED);
        assertThat(gateway.alerts.standing().getFirst().text())
                .startsWith("head office has it already, and counts by it: journal s001.till-1.1");
        FleetReport.Differing told = restarted.differing().getFirst();
        assertThat(told.day()).isEqualTo(DAY);
        assertThat(told.isSent()).isTrue();
        assertThat(told.words()).startsWith("journal s001.till-1.1 is damaged at entry ");
        Files.write(segment("till-1"), whole);
        compute(restarted);
        assertThat(gateway.alerts.standing()).isEmpty();
        assertThat(restarted.differing()).isEmpty();
        assertThat(recomputing(0).sendable()).isEqualTo(last());
    }

    private void run() {
        recomputing.start(agreed::incrementAndGet, why -> gateway.broken.add(why));
    }

    private Sealing sealing(StoreDayClosed closed) {
        return recomputing.of(closed).orElseThrow();
    }
}
