package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.kept.Room;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Authority SUE =
            new Authority("21", "Sue Hart", "supervisor", "its disk is broken");

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    @AutoClose private LaboratoryGateway gateway;

    ClosingTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @Test
    void on_a_full_disk_nothing_is_recorded_and_the_day_can_be_closed_later() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        CloseDay wish = wish("till-2");
        gateway.room.set(1_000);

        Outcome refused = gateway.stepped(gateway.closing.close(wish));
        gateway.room.set(Long.MAX_VALUE);

        assertThat(refused).isEqualTo(new Outcome.NoRoom(1_000, Room.BYTES_MIN_TO_CLOSE));
        assertThat(gateway.storeJournal.journal().head().sequence()).isZero();
        assertThat(gateway.stepped(gateway.closing.close(wish))).isInstanceOf(Outcome.Closed.class);
    }

    @Test
    void a_close_down_that_the_disk_has_no_room_for_leaves_not_even_its_authority() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.room.set(Room.BYTES_MIN_TO_CLOSE + 100);

        Outcome refused = gateway.closes(DAY, "till-2");

        assertThat(refused).isInstanceOf(Outcome.NoRoom.class);
        assertThat(gateway.storeJournal.journal().head().sequence()).isZero();
    }

    @Test
    void a_day_with_every_till_closed_is_complete() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00").sells("1.00").closesDay());

        StoreDayClosed z = closed(closes()).filed().closed();

        assertThat(z.isComplete()).isTrue();
        assertThat(z.zNumber()).isEqualTo(1);
        assertThat(z.totals().transactions()).isEqualTo(3);
        assertThat(z.totals().gross().minor()).isEqualTo(900);
        assertThat(gateway.closing.checklist(DAY).state()).isEqualTo(Checklist.State.CLOSED);
    }

    @Test
    void what_stands_in_the_way_is_named() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        LaboratoryTill two = store.till("till-2").opens(DAY).sells("1.00");
        gateway.receives(two);
        two.sells("3.00").sells("4.00");
        gateway.stepped(gateway.intake.hello(two.journal().node(), two.hello()));

        Outcome outcome = closes();

        assertThat(outcome).isInstanceOf(Outcome.Blocked.class);
        assertThat(((Outcome.Blocked) outcome).blockers())
                .extracting(Blocker::kind)
                .containsExactly(
                        Blocker.Kind.TILL_DAY_NOT_CLOSED,
                        Blocker.Kind.ENTRIES_MISSING,
                        Blocker.Kind.DEVICE_SILENT);
        assertThat(((Outcome.Blocked) outcome).blockers().get(1).text())
                .contains("till-2: 2 entries have not come yet");
    }

    @Test
    void a_person_can_close_without_a_device_by_name_and_the_status_says_so() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00"));

        StoreDayClosed z = closed(closes("till-2")).filed().closed();

        assertThat(z.status()).isEqualTo("closed without: till-2, last mark 3");
        assertThat(z.totals().transactions()).isEqualTo(2);
    }

    @Test
    void a_device_is_left_out_only_if_somebody_with_the_authority_allows_it() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00"));

        Outcome refused = gateway.stepped(gateway.closing.close(wish(Optional.empty(), "till-2")));

        assertThat(refused).isEqualTo(new Outcome.AuthorityNeeded(List.of("till-2")));
        assertThat(gateway.storeJournal.journal().head().sequence()).isZero();
        StoreDayClosed z = closed(closes("till-2")).filed().closed();
        assertThat(gateway.storeJournal.state().authority(z))
                .contains(
                        new CloseDownAuthorised(
                                DAY,
                                0,
                                List.of("till-2"),
                                "21",
                                "Sue Hart",
                                "supervisor",
                                "its disk is broken"));
    }

    @Test
    void who_allowed_it_is_known_after_a_restart_and_stands_before_the_close_down() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50"));
        StoreDayClosed z = closed(closes("till-1", "till-2")).filed().closed();
        gateway = gateway.reopened();

        assertThat(gateway.storeJournal.state().authority(z)).isPresent();
        assertThat(gateway.storeJournal.stateAt(1).authority(z)).isPresent();
        assertThat(gateway.storeJournal.stateAt(1).history().closed()).isEmpty();
    }

    @Test
    void an_authority_whose_close_down_never_came_is_not_shown_on_the_one_that_did() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        LaboratoryTill two = store.till("till-2").opens(DAY).sells("1.00");
        gateway.receives(two);
        allowed("till-2", "Bob");
        StoreDayClosed z = closed(closes("till-2")).filed().closed();

        assertThat(gateway.storeJournal.state().authority(z))
                .map(CloseDownAuthorised::name)
                .contains("Sue Hart");
        gateway.receives(two.sells("7.00").closesDay());
        allowed("till-2", "Bob");
        StoreDayClosed supplement = closed(closes()).filed().closed();
        assertThat(supplement.without()).isEmpty();
        assertThat(gateway.storeJournal.state().authority(supplement)).isEmpty();
    }

    /** As a power cut leaves it: with no close-down after it. */
    private void allowed(String device, String name) {
        int supplement = gateway.storeJournal.state().history().closed().size();
        var authority =
                new CloseDownAuthorised(
                        DAY, supplement, List.of(device), "22", name, "supervisor", "it is gone");
        gateway.stepped(
                gateway.writer.submit(group -> {
                    gateway.storeJournal.append(
                            DAY, new StoreJournal.Asked(null, 0, "Ann"), authority, group);
                    return true;
                }));
    }

    @Test
    void nobodys_authority_is_recorded_where_nothing_is_left_out() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00").closesDay());

        StoreDayClosed z = closed(closes("till-2")).filed().closed();

        assertThat(z.isComplete()).isTrue();
        assertThat(gateway.storeJournal.state().authorised()).isEmpty();
    }

    @Test
    void what_comes_later_makes_a_numbered_supplement() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        LaboratoryTill late = store.till("till-2").opens(DAY).sells("1.00");
        gateway.receives(late);
        closes("till-2");
        gateway.receives(late.sells("7.00").closesDay());

        assertThat(gateway.closing.checklist(DAY).state()).isEqualTo(Checklist.State.LATE_ENTRIES);
        assertThat(gateway.openDays.withLateEntries()).containsExactly(DAY);
        StoreDayClosed supplement = closed(closes()).filed().closed();

        assertThat(supplement.supplement()).isEqualTo(1);
        assertThat(supplement.zNumber()).isEqualTo(1);
        assertThat(supplement.totals().transactions()).isEqualTo(1);
        assertThat(supplement.totals().gross().minor()).isEqualTo(1_400);
        assertThat(supplement.isComplete()).isTrue();
        assertThat(closes()).isInstanceOf(Outcome.AlreadyClosed.class);
    }

    @Test
    void the_same_command_gets_the_same_answer_also_after_a_restart() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00").closesDay());
        CloseDay wish = wish();
        StoreState.Filed first = closed(gateway.stepped(gateway.closing.close(wish))).filed();
        gateway = gateway.reopened();

        Outcome.Closed again = closed(gateway.stepped(gateway.closing.close(wish)));
        Outcome other =
                gateway.stepped(
                        gateway.closing.close(
                                new CloseDay(
                                        wish.command(),
                                        DAY,
                                        "Eve",
                                        new TreeSet<>(Set.of()),
                                        Optional.empty())));

        assertThat(again.repeated()).isTrue();
        assertThat(again.filed()).isEqualTo(first);
        assertThat(other).isInstanceOf(Outcome.IdReused.class);
    }

    @Test
    void what_this_version_does_not_know_blocks_the_day_and_cannot_be_left_out() {
        gateway.receives(store.till("till-1").opens(DAY).recordsUnknown(true).closesDay());

        Outcome outcome = closes("till-1", "till-2");

        assertThat(((Outcome.Blocked) outcome).blockers())
                .singleElement()
                .satisfies(blocker ->
                        assertThat(blocker.kind()).isEqualTo(Blocker.Kind.UPDATE_NEEDED));
    }

    @Test
    void an_unreadable_entry_is_alerted_and_blocks_nothing() {
        gateway.receives(store.till("till-1").opens(DAY).recordsPoison().sells("2.50").closesDay());

        StoreDayClosed z = closed(closes("till-2")).filed().closed();

        assertThat(z.totals().transactions()).isEqualTo(1);
        assertThat(gateway.alerts.standing()).isNotEmpty();
    }

    @Test
    void a_day_to_come_cannot_be_closed() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());

        assertThat(closesWithout(DAY.plusDays(1)))
                .isEqualTo(
                        new Outcome.NoDayOfStore("2026-11-21 has not begun: today is 2026-11-20"));
    }

    @Test
    void a_day_that_a_till_worked_is_closed_though_the_gateways_clock_is_behind() {
        LocalDate worked = DAY.plusDays(1);
        gateway.receives(store.till("till-1").opens(worked).sells("2.50").closesDay());

        StoreDayClosed z = closed(closesWithout(worked)).filed().closed();

        assertThat(z.totals().transactions()).isEqualTo(1);
        assertThat(gateway.closing.checklist(worked).isDay()).isTrue();
    }

    @Test
    void a_mistyped_day_before_the_stores_first_gets_no_z_whoever_is_left_out() {
        assertThat(closesWithout(DAY)).isInstanceOf(Outcome.NoDayOfStore.class);
        gateway.receives(store.till("till-1").opens(DAY.minusDays(1)).sells("2.50").closesDay());

        Outcome outcome = closesWithout(LocalDate.of(1999, 11, 20));

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
        StoreDayClosed z = closed(closesWithout(DAY.minusDays(1))).filed().closed();

        assertThat(z.status()).startsWith("closed without: till-1");
        assertThat(z.totals().transactions()).isZero();
    }

    @Test
    void folding_the_journals_again_gives_the_same_close_down() {
        gateway.receives(store.till("till-1").opens(DAY.minusDays(1)).sells("9.00").closesDay());
        LaboratoryTill two = store.till("till-2").opens(DAY).sells("1.00").closesDay();
        gateway.receives(two.opens(DAY.plusDays(1)).sells("5.00"));

        StoreDayClosed z = closed(closes("till-1")).filed().closed();

        StoreHistory before = StoreHistory.none(LaboratoryStore.GBP);
        assertThat(
                        CloseDown.fold(
                                        DAY,
                                        before,
                                        new DayFolds(DAY, before, gateway.columns)
                                                .of(gateway.journals, Map.of()),
                                        0)
                                .closed())
                .isEqualTo(z);
        assertThat(z.totals().transactions()).isEqualTo(1);
    }

    private Outcome closes(String... without) {
        return gateway.stepped(gateway.closing.close(wish(without)));
    }

    private CloseDay wish(String... without) {
        return wish(Optional.of(SUE), without);
    }

    private CloseDay wish(Optional<Authority> authority, String... without) {
        return gateway.wish(DAY, authority, without);
    }

    private Outcome closesWithout(LocalDate day) {
        return gateway.closes(day, "till-1", "till-2");
    }

    private static Outcome.Closed closed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        return (Outcome.Closed) outcome;
    }
}
