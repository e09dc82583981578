package io.tidemark.fog;

import io.tidemark.fog.forward.HeadOffice;
import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.util.Optional;

/**
 * A gateway that finds nothing at all on its disk is a store's first, or one whose disk is gone. If
 * head office has marked anything of its journal it is the latter, and must not begin that journal
 * anew: its tills would see marks that fell. With head office away it starts all the same, for a
 * new store opens without head office, too; the first till that shows a mark is then let wait.
 */
record EmptyDisk(Ground ground, Ledgers ledgers) {
    /**
     * Asks before any till is answered.
     *
     * @throws CannotRun if this gateway's journal is known to head office
     */
    void refuseIfKnownTo(HeadOffice headOffice) {
        if (!isEmpty() || ground.grants.beginning(journal()).isPresent()) return;
        try {
            Head nothing = Head.genesis(journal());
            SignedHead head = SignedHead.sign(journal(), nothing, ground.identity.signer());
            known(
                            headOffice.hello(new Hello(head)),
                            journal(),
                            ground.headOffice.name(),
                            ground.roster.verifier(ground.headOffice.name()))
                    .ifPresent(this::refuse);
        } catch (HeadOfficeAway away) {
            // Whether it is a store's first nobody can tell; the tills' marks will.
        }
    }

    /** What head office knows of a journal of which nothing is here. */
    static Optional<String> known(
            Answer answer, JournalId journal, NodeName headOffice, Verifier verifier) {
        return switch (answer) {
            case Answer.Marked(Mark mark) ->
                    mark.sequence() > 0
                                    && mark.origin().equals(journal)
                                    && mark.isBy(headOffice, verifier)
                            ? Optional.of("head office has marked entry " + mark.sequence())
                            : Optional.empty();
            case Answer.Refused(Answer.Reason reason, String why) ->
                    reason == Answer.Reason.UNKNOWN_EPOCH
                            ? Optional.of("head office says that it is over: " + why)
                            : Optional.empty();
            case Answer.Gap _, Answer.Forked _, Answer.NotNow _, Answer.Wanted _ ->
                    Optional.empty();
        };
    }

    private void refuse(String known) {
        throw new CannotRun(
                ExitCode.DAMAGED,
                "there is nothing on this gateway's disk, but of its journal "
                        + journal().label()
                        + " "
                        + known
                        + ". If the disk was replaced: have head office replace the gateway, on the"
                        + " store's page, then run `./tidemark gateway recover DIR` and start it"
                        + " again. If not, put the right directory back");
    }

    private JournalId journal() {
        return ground.life.journal();
    }

    private boolean isEmpty() {
        return ledgers.all().map(Journal::forced).allMatch(head -> head.sequence() == 0);
    }
}
