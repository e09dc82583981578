package io.tidemark.fog.forks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import org.junit.jupiter.api.Test;

/** Which journals may go on from others, and which grants are handed on to whom. */
class SuccessorsTest extends SuccessorsAtHand {
    @Test
    void an_epoch_that_nobody_granted_brings_nothing_in() throws Exception {
        LaboratoryTill put = forked();
        LaboratoryHeadOffice stranger =
                new LaboratoryHeadOffice(new LaboratoryStore("till-1", "till-9"));
        EpochGrant forged = stranger.approves(between());
        LaboratoryTill next = put.continues(forged, Carried.NOTHING);

        Answer greeting = gateway.stepped(gateway.intake.hello(device(), next.hello()));
        Answer answer = gateway.receives(next);

        assertThat(((Answer.Marked) greeting).mark().sequence()).isZero();
        assertThat(((Answer.Refused) answer).reason()).isEqualTo(Answer.Reason.UNKNOWN_EPOCH);
        assertThat(gateway.journals.of(next.journal())).isEmpty();
    }

    @Test
    void a_grant_this_gateway_never_heard_of_counts_when_the_first_entry_brings_it()
            throws Exception {
        LaboratoryTill put = forked();
        EpochGrant grant = headOffice.approves(between());
        LaboratoryTill next = put.continues(grant, Carried.NOTHING);

        gateway.stepped(gateway.intake.hello(device(), next.hello()));
        Answer answer = gateway.receives(next);

        assertThat(answer).isInstanceOf(Answer.Marked.class);
        assertThat(gateway.grants.beginning(next.journal())).contains(grant);
        gateway.close();
        open();
        assertThat(gateway.journals.of(next.journal()).orElseThrow().received())
                .isEqualTo(next.head());
        assertThat(gateway.forks.stands(till.journal())).isFalse();
    }

    @Test
    void a_journal_that_only_claims_to_go_on_from_another_is_refused() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant forged =
                replacing(new LaboratoryHeadOffice(new LaboratoryStore("till-1", "till-9")));

        Answer answer = gateway.receives(store.till("till-9").replaces(forged, Carried.NOTHING));

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(gateway.journals.lineage().isCurrent(till.journal())).isTrue();
    }

    @Test
    void a_grant_goes_to_the_device_that_goes_on_and_again_to_one_whose_disk_was_put_back()
            throws Exception {
        LaboratoryTill put = forked();
        EpochGrant grant = approved();
        gateway.receives(put.continues(grant, Carried.NOTHING));
        EpochGrant other = replacing(headOffice);
        gateway.grants.keep(other);

        assertThat(offers.to(till.journal()))
                .extracting(Continuation::grant)
                .containsExactly(grant);
        assertThat(offers.to(grant.successor())).isEmpty();
        assertThat(offers.to(store.device("till-9")))
                .extracting(Continuation::grant)
                .containsExactly(other);
    }

    @Test
    void a_grant_that_knows_less_than_was_accepted_since_is_not_handed_on() throws Exception {
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant early =
                headOffice.approves(EpochGrant.Between.ending(till.journal(), till.head()));
        gateway.receives(till.sells("4.00"));
        gateway.grants.keep(early);

        assertThat(offers.to(till.journal())).isEmpty();
        assertThat(offers.isOutlived(early)).isTrue();
    }

    @Test
    void a_till_that_went_on_by_another_lawful_grant_is_not_locked_out() throws Exception {
        LaboratoryTill put = forked();
        EpochGrant ofHeadOffice = approved();
        EpochGrant byHand =
                EpochGrant.sign(
                        between(),
                        ofHeadOffice.successor(),
                        new EpochGrant.Why("head office was away", "Bob"),
                        store.signer(LaboratoryHeadOffice.NAME));
        LaboratoryTill next = put.continues(byHand, Carried.NOTHING);

        gateway.stepped(gateway.intake.hello(device(), next.hello()));
        Answer answer = gateway.receives(next);

        assertThat(answer).isInstanceOf(Answer.Marked.class);
        assertThat(gateway.grants.beginning(next.journal())).contains(byHand);
        assertThat(directory.resolve("grants/s001/s001.till-1.2.grant-unused")).exists();
        gateway.close();
        open();
        assertThat(gateway.grants.of("s001")).containsExactly(byHand);
    }

    @Test
    void of_two_epochs_granted_upon_one_journal_the_later_is_waited_for_and_the_other_not_offered()
            throws Exception {
        LaboratoryTill put = forked();
        EpochGrant second = approved();
        EpochGrant third =
                EpochGrant.sign(
                        between(),
                        new JournalId(device(), 3),
                        new EpochGrant.Why("head office was away", "Bob"),
                        store.signer(LaboratoryHeadOffice.NAME));

        gateway.receives(put.continues(third, Carried.NOTHING));

        assertThat(offers.to(device())).isEmpty();
        assertThat(offers.isOutlived(second)).isTrue();
        assertThat(gateway.journals.lineage().isCurrent(third.successor())).isTrue();
    }
}
