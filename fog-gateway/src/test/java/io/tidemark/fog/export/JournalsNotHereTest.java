package io.tidemark.fog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.proof.NotProvable;
import io.tidemark.fog.proof.Proving;
import io.tidemark.fog.proof.Wanted;
import io.tidemark.ledger.seal.DayLeaf;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that took another's place knows of closed days before their entries have come. */
class JournalsNotHereTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant AT = Instant.parse("2026-11-21T18:00:00Z");

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2", "till-3");
    private final LaboratoryTill one = store.till("till-1").opens(DAY).sells("2.50");
    @AutoClose private LaboratoryGateway closed;
    @AutoClose private LaboratoryGateway replaced;

    @BeforeEach
    void closesTheDayWithATillThatWasIdle() {
        closed = new LaboratoryGateway(store, directory.resolve("closed"), DAY.plusDays(1));
        replaced = new LaboratoryGateway(store, directory.resolve("replaced"), DAY.plusDays(1));
        LaboratoryTill two = store.till("till-2").opens(DAY).sells("1.00").closesDay();
        replaced.receives(one);
        replaced.receives(two);
        closed.receives(one.sells("7.00").closesDay());
        closed.receives(two);
        closed.closed(DAY, "till-3");
    }

    @Test
    void an_export_says_of_a_shorter_journal_how_far_it_is_here_and_what_to_do() {
        assertThatThrownBy(() -> export(replaced.journals.all()))
                .isInstanceOf(JournalNotHere.class)
                .hasMessage(
                        "2026-11-20 has entries up to 5 of journal s001.till-1.1, which ends at 3"
                                + " here: the device sends them again once it is connected, or"
                                + " ./tidemark gateway recover fetches what head office keeps");
    }

    @Test
    void an_export_says_which_journals_are_not_here_at_all() {
        assertThatThrownBy(() -> export(without("till-1", replaced)))
                .isInstanceOf(JournalNotHere.class)
                .hasMessageContaining(
                        "up to 5 of journal s001.till-1.1, of which nothing is here:");
    }

    @Test
    void a_till_that_was_idle_stands_in_the_way_of_nothing_when_its_journal_is_gone() {
        List<DeviceJournal> gone = without("till-3", closed);

        assertThat(export(gone).registers()).extracting(Register::sells).containsOnly(true);
        assertThat(new Refold(gone).differences(closed.storeJournal.state())).isEmpty();
        assertThat(prove(gone).entries()).isEqualTo(9);
    }

    @Test
    void a_proof_says_which_entries_of_the_day_are_not_here() {
        assertThatThrownBy(() -> prove(replaced.journals.all()))
                .isInstanceOf(NotProvable.class)
                .hasMessageContaining(
                        "has entries up to 5 of journal s001.till-1.1, which ends at 3 here: ");
    }

    @Test
    void a_close_down_that_is_folded_again_names_a_journal_that_is_gone() {
        assertThat(new Refold(without("till-1", closed)).differences(closed.storeJournal.state()))
                .singleElement()
                .extracting(Refold.Difference::text)
                .isEqualTo(
                        "Z 1 of 2026-11-20 says entries up to 5 of journal s001.till-1.1, of which"
                                + " nothing is here");
    }

    private static List<DeviceJournal> without(String till, LaboratoryGateway gateway) {
        return gateway.journals.all().stream()
                .filter(journal -> !journal.device().device().equals(till))
                .toList();
    }

    private ClosedDay export(List<DeviceJournal> journals) {
        return new ClosedDays(
                        store.gateway(),
                        store.roster().store(LaboratoryStore.STORE).orElseThrow(),
                        journals,
                        closed.storeJournal.state(),
                        new ClosedDays.OnPaper(true, closed.storeJournal::products))
                .of(DAY, new Writing("1.2.3", OffsetDateTime.ofInstant(AT, ZoneOffset.UTC)))
                .orElseThrow();
    }

    private DayLeaf prove(List<DeviceJournal> journals) {
        return new Proving(store.gateway(), journals, closed.storeJournal.state())
                .of(Wanted.parse("s001.till-1.1-1-" + one.headAt(3).hash().short6()))
                .day();
    }
}
