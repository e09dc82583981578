package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.StoreDayClosed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handheld's day begins when it is used: what a close-down waits for, and what it does not. */
class ClosingWithHandheldTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final LaboratoryStore store = new LaboratoryStore("till-1").withHandheld("handheld-1");
    @AutoClose private final LaboratoryGateway gateway;

    ClosingWithHandheldTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @BeforeEach
    void aTillHasEndedItsDay() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
    }

    @Test
    void a_handheld_that_nobody_used_holds_nothing_up() {
        StoreDayClosed z = closed(closes());

        assertThat(z.status()).isEqualTo("complete");
        assertThat(foldedAgain()).isEmpty();
    }

    @Test
    void one_whose_day_is_open_is_named_until_somebody_ends_it() {
        LaboratoryTill handheld = store.till("handheld-1").opens(DAY);
        gateway.receives(handheld);

        assertThat(closes())
                .isInstanceOfSatisfying(
                        Outcome.Blocked.class,
                        blocked ->
                                assertThat(blocked.blockers().getFirst().text())
                                        .isEqualTo(
                                                "handheld-1: its day is not closed; end the day at the handheld"));
        gateway.receives(handheld.closesDay());
        assertThat(closed(closes()).status()).isEqualTo("complete");
    }

    @Test
    void one_that_told_of_entries_which_have_not_come_is_waited_for_or_left_out_by_name() {
        LaboratoryTill handheld = store.till("handheld-1").opens(DAY);
        gateway.stepped(gateway.intake.hello(handheld.journal().node(), handheld.hello()));

        assertThat(closes())
                .isInstanceOfSatisfying(
                        Outcome.Blocked.class,
                        blocked -> {
                            assertThat(blocked.blockers())
                                    .extracting(Blocker::kind)
                                    .containsExactly(
                                            Blocker.Kind.ENTRIES_MISSING,
                                            Blocker.Kind.DEVICE_SILENT);
                            assertThat(blocked.blockers().getLast().text())
                                    .contains("If it does not come back, close without handheld-1")
                                    .contains("provision replace-till");
                        });
        StoreDayClosed z = closed(closes("handheld-1"));

        assertThat(z.status()).isEqualTo("closed without: handheld-1, last mark 0");
        gateway.receives(handheld.closesDay());
        assertThat(foldedAgain()).isEmpty();
    }

    @Test
    void what_an_unused_one_brings_later_is_a_supplement() {
        closed(closes());
        gateway.receives(store.till("handheld-1").opens(DAY).closesDay());

        assertThat(gateway.closing.checklist(DAY).state()).isEqualTo(Checklist.State.LATE_ENTRIES);
        StoreDayClosed supplement = closed(closes());

        assertThat(supplement.supplement()).isEqualTo(1);
        assertThat(foldedAgain()).isEmpty();
    }

    private List<Refold.Difference> foldedAgain() {
        return new Refold(gateway.journals.all()).differences(gateway.storeJournal.state());
    }

    private static StoreDayClosed closed(Outcome outcome) {
        return ((Outcome.Closed) outcome).filed().closed();
    }

    private Outcome closes(String... without) {
        return gateway.closes(DAY, without);
    }
}
