package io.tidemark.fog.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Checklist;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.receive.ReceivedJournal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT = DAY.plusDays(1);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till = store.till("till-1");
    private final List<Release> told = new ArrayList<>();
    @AutoClose private LaboratoryGateway gateway;
    private long marked;
    private boolean archived;

    @BeforeEach
    void aDayIsOverAndAnotherHasBegun() {
        gateway = new LaboratoryGateway(store, directory, NEXT);
        gateway.receives(till.opens(DAY).sells("2.50").sells("1.00").closesDay());
        gateway.receives(till.opens(NEXT).sells("9.00"));
    }

    @Test
    void a_closed_day_is_released_once_head_office_has_its_close_down_and_its_segment() {
        Releases releases = releases();
        closes(DAY);

        releases.look();
        archived = true;
        releases.look();
        assertThat(told).as("archived, and the close-down not marked").isEmpty();
        archived = false;
        marked = all();
        releases.look();
        assertThat(told).as("marked, and not archived").isEmpty();
        archived = true;
        releases.look();
        releases.look();

        Release release = told.getFirst();
        assertThat(told).as("told when it changes").hasSize(1);
        assertThat(release.upTo().sequence()).isEqualTo(lastOf(DAY));
        assertThat(release.upTo().hash()).isEqualTo(journal().journal().hashAt(lastOf(DAY)));
        assertThat(release.closed()).isEqualTo(DAY);
        assertThat(release.isBy(store.gateway(), store.roster().verifier(store.gateway())))
                .isTrue();
        assertThat(releases.of(till.journal())).contains(release);
    }

    @Test
    void a_day_that_is_not_closed_is_not_released() {
        archived = true;
        marked = all();

        releases().look();

        assertThat(told).isEmpty();
    }

    @Test
    void a_device_that_forked_is_released_of_nothing() {
        closes(DAY);
        archived = true;
        marked = all();
        Releases releases = releases();
        releases.look();

        LaboratoryTill clone = till.cloned();
        till.sells("1.00");
        gateway.receives(till);
        clone.sells("2.00");
        gateway.stepped(
                gateway.intake.batch(
                        clone.journal().node(), clone.batch(journal().received().sequence())));
        releases.look();

        assertThat(journal().isQuarantined()).isTrue();
        assertThat(told.getLast().upTo().sequence()).isZero();
    }

    @Test
    void what_was_released_is_not_any_more_when_head_office_has_another_store_journal() {
        closes(DAY);
        archived = true;
        marked = all();
        Releases releases = releases();
        releases.look();

        marked = 0;
        releases.look();

        assertThat(told.getLast().upTo().sequence()).isZero();
        assertThat(releases.of(till.journal()).orElseThrow().upTo().sequence()).isZero();
    }

    @Test
    void a_pruned_day_stays_closed_and_takes_a_supplement_also_after_a_restart() {
        closes(DAY);
        journal().journal().prune(1, new Pruning(NEXT, 35));
        gateway = gateway.reopened();

        assertThat(gateway.closing.checklist(DAY).state()).isEqualTo(Checklist.State.CLOSED);
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
        assertThat(new Refold(gateway.journals.all()).pruned(gateway.storeJournal.state()))
                .isEqualTo(1);

        gateway.receives(till.closesDay().late(DAY, "4.00"));
        assertThat(gateway.closing.checklist(DAY).state()).isEqualTo(Checklist.State.LATE_ENTRIES);
        StoreDayClosed supplement = closes(DAY);

        assertThat(supplement.supplement()).isEqualTo(1);
        assertThat(supplement.totals().transactions()).isEqualTo(1);
        assertThat(gateway.alerts.standing()).isEmpty();
    }

    private Releases releases() {
        return new Releases(
                new Releases.Evidence(gateway.storeJournal, () -> marked, (_, segment) -> archived),
                gateway.journals,
                new ReceivedJournal.Self(
                        new JournalId(store.gateway(), 1), store.signer(store.gateway())),
                told::add);
    }

    private DeviceJournal journal() {
        return gateway.journals.of(till.journal()).orElseThrow();
    }

    private long lastOf(LocalDate day) {
        return journal().day(day).orElseThrow().last();
    }

    private long all() {
        return gateway.storeJournal.journal().forced().sequence();
    }

    private StoreDayClosed closes(LocalDate day) {
        StoreDayClosed closed = gateway.closed(day);
        gateway.seals();
        return closed;
    }
}
