package io.tidemark.fog.forks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.forks.Fork;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store whose first till may be continued: by its own next epoch, or by another till. */
abstract class SuccessorsAtHand {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir Path directory;
    final LaboratoryStore store = new LaboratoryStore("till-1", "till-9");
    final LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
    final LaboratoryTill till = store.till("till-1");
    @AutoClose LaboratoryGateway gateway;
    Offers offers;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, DAY);
        offers = new Offers(gateway.journals, gateway.epochs, gateway.grants);
    }

    /** An old disk was put back: entry 4 stands twice. */
    LaboratoryTill forked() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill put = till.cloned();
        gateway.receives(till.sells("4.00"));
        put.sells("7.00");
        Answer answer = gateway.stepped(gateway.intake.batch(device(), put.batch(1)));
        assertThat(answer).isInstanceOf(Answer.Forked.class);
        return put;
    }

    EpochGrant.Between between() {
        Fork fork = gateway.forks.standing().getFirst();
        return new EpochGrant.Between(till.journal(), fork.accepted(), fork.shared());
    }

    EpochGrant approved() throws Exception {
        EpochGrant grant = headOffice.approves(between());
        gateway.grants.keep(grant);
        gateway.epochs.granted(grant);
        return grant;
    }

    EpochGrant replacing(LaboratoryHeadOffice by) {
        return EpochGrant.sign(
                EpochGrant.Between.ending(till.journal(), till.head()),
                new JournalId(store.device("till-9"), 1),
                new EpochGrant.Why("till broken", "Ann"),
                by.signer());
    }

    Carried carried(EpochGrant grant) {
        DeviceJournal journal = gateway.journals.of(grant.continued()).orElseThrow();
        return journal.standing(grant.shared(), grant.end()).carried();
    }

    NodeName device() {
        return till.journal().node();
    }

    StoreDayClosed closed(String... without) {
        return closed(DAY, without);
    }

    StoreDayClosed closed(LocalDate day, String... without) {
        return gateway.closed(day, without);
    }

    void assertFoldsAgain() {
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .isEmpty();
    }
}
