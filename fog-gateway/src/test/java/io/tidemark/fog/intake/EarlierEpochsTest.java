package io.tidemark.fog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.StandingFold;
import io.tidemark.ledger.event.Carried;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway without what its till had sent in an epoch that is over: the till brings it again. */
class EarlierEpochsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
    private final LaboratoryTill first = store.till("till-1").opens(DAY).sells("2.50");

    @SuppressWarnings("NullAway.Init") // each test opens it
    @AutoClose
    private LaboratoryGateway gateway;

    @Test
    void an_empty_gateway_gets_the_epoch_before_and_closes_the_day_with_it() {
        LaboratoryTill second = next(first).sells("4.00").closesDay();
        open();
        gateway.receives(second);

        Answer greeting = greeted(first);
        boolean stood = missing();
        gateway.receives(first);

        assertThat(((Answer.Marked) greeting).mark().sequence()).isZero();
        assertThat(stood).isTrue();
        assertThat(missing()).isFalse();
        assertThat(grossMinor()).isEqualTo(2 * (250 + 400));
    }

    @Test
    void an_epoch_between_comes_too_and_ends_where_it_was_granted_to() {
        LaboratoryTill second = next(first).sells("4.00");
        LaboratoryTill third = next(second).sells("1.00").closesDay();
        open();
        gateway.receives(third);

        Answer greeting = greeted(second);
        Answer brought = gateway.receives(second);
        gateway.receives(first);
        Answer beyond = gateway.receives(second.cloned().sells("9.00"));

        assertThat(((Answer.Marked) greeting).mark().head())
                .isEqualTo(Head.genesis(second.journal()));
        assertThat(((Answer.Marked) brought).mark().head()).isEqualTo(second.head());
        assertThat(beyond).as("kept as a branch, for a person").isInstanceOf(Answer.Forked.class);
        assertThat(grossMinor()).isEqualTo(2 * (250 + 400 + 100));
    }

    @Test
    void one_that_is_damaged_here_is_asked_for_when_its_till_says_that_it_has_it()
            throws Exception {
        LaboratoryTill second = next(first).sells("4.00").closesDay();
        open();
        gateway.receives(first);
        gateway.receives(second);
        gateway.close();
        damage(first.journal());
        open();

        Answer asked = greeted(first);
        Answer healed =
                gateway.stepped(gateway.intake.batch(first.journal().node(), first.batch(1)));

        assertThat(asked).isInstanceOf(Answer.Wanted.class);
        assertThat(((Answer.Marked) healed).mark().head()).isEqualTo(first.head());
        assertThat(grossMinor()).isEqualTo(2 * (250 + 400));
    }

    @Test
    void an_epoch_before_that_nobody_granted_brings_nothing_in() {
        JournalId second = new JournalId(first.journal().node(), 2);
        LaboratoryHeadOffice stranger = new LaboratoryHeadOffice(new LaboratoryStore("till-1"));
        EpochGrant forged =
                stranger.approves(EpochGrant.Between.ending(first.journal(), first.head()));
        LaboratoryTill claimed = first.continues(forged, Carried.NOTHING).sells("9.00");
        EpochGrant real =
                EpochGrant.sign(
                        EpochGrant.Between.ending(second, claimed.head()),
                        new JournalId(second.node(), 3),
                        new EpochGrant.Why("why", "Ann"),
                        headOffice.signer());
        open();
        gateway.receives(claimed.continues(real, Carried.NOTHING));

        Answer answer = gateway.receives(claimed);

        assertThat(((Answer.Refused) answer).reason()).isEqualTo(Answer.Reason.UNKNOWN_EPOCH);
        assertThat(gateway.journals.of(second)).isEmpty();
    }

    private void open() {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    private LaboratoryTill next(LaboratoryTill before) {
        EpochGrant grant =
                headOffice.approves(EpochGrant.Between.ending(before.journal(), before.head()));
        StandingFold fold = new StandingFold(before.head().sequence());
        long sequence = 0;
        for (var entry : before.entries()) fold.accept(++sequence, entry);
        return before.continues(grant, fold.carried());
    }

    private Answer greeted(LaboratoryTill till) {
        return gateway.stepped(gateway.intake.hello(till.journal().node(), till.hello()));
    }

    private boolean missing() {
        return gateway.closing.checklist(DAY).blockers().stream()
                .anyMatch(blocker -> blocker.kind() == Blocker.Kind.ENTRIES_MISSING);
    }

    private long grossMinor() {
        return gateway.closed(DAY).totals().gross().minor();
    }

    private void damage(JournalId journal) throws Exception {
        Path segment =
                directory.resolve("journal").resolve(journal.label()).resolve("segment-000001.tmj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[400] ^= 1;
        Files.write(segment, bytes);
    }
}
