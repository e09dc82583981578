package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.kept.Room;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    @AutoClose private LaboratoryGateway gateway;

    ClosingTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @Test
    void on_a_full_disk_nothing_is_recorded_and_the_day_can_be_closed_later() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        CloseDay wish = gateway.wish(DAY, "till-2");
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

        StoreDayClosed z = gateway.closed(DAY);

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

        Outcome outcome = gateway.closes(DAY);

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
    void what_comes_later_makes_a_numbered_supplement() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        LaboratoryTill late = store.till("till-2").opens(DAY).sells("1.00");
        gateway.receives(late);
        gateway.closes(DAY, "till-2");
        gateway.receives(late.sells("7.00").closesDay());

        assertThat(gateway.closing.checklist(DAY).state()).isEqualTo(Checklist.State.LATE_ENTRIES);
        assertThat(gateway.openDays.withLateEntries()).containsExactly(DAY);
        StoreDayClosed supplement = gateway.closed(DAY);

        assertThat(supplement.supplement()).isEqualTo(1);
        assertThat(supplement.zNumber()).isEqualTo(1);
        assertThat(supplement.totals().transactions()).isEqualTo(1);
        assertThat(supplement.totals().gross().minor()).isEqualTo(1_400);
        assertThat(supplement.isComplete()).isTrue();
        assertThat(gateway.closes(DAY)).isInstanceOf(Outcome.AlreadyClosed.class);
    }

    @Test
    void the_same_command_gets_the_same_answer_also_after_a_restart() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00").closesDay());
        CloseDay wish = gateway.wish(DAY);
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

        Outcome outcome = gateway.closes(DAY, "till-1", "till-2");

        assertThat(((Outcome.Blocked) outcome).blockers())
                .singleElement()
                .satisfies(blocker ->
                        assertThat(blocker.kind()).isEqualTo(Blocker.Kind.UPDATE_NEEDED));
    }

    @Test
    void an_unreadable_entry_is_alerted_and_blocks_nothing() {
        gateway.receives(store.till("till-1").opens(DAY).recordsPoison().sells("2.50").closesDay());

        StoreDayClosed z = gateway.closed(DAY, "till-2");

        assertThat(z.totals().transactions()).isEqualTo(1);
        assertThat(gateway.alerts.standing()).isNotEmpty();
    }

    @Test
    void folding_the_journals_again_gives_the_same_close_down() {
        gateway.receives(store.till("till-1").opens(DAY.minusDays(1)).sells("9.00").closesDay());
        LaboratoryTill two = store.till("till-2").opens(DAY).sells("1.00").closesDay();
        gateway.receives(two.opens(DAY.plusDays(1)).sells("5.00"));

        StoreDayClosed z = gateway.closed(DAY, "till-1");

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

    private static Outcome.Closed closed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        return (Outcome.Closed) outcome;
    }
}
