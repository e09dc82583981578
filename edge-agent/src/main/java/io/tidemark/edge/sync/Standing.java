package io.tidemark.edge.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.sync.Fork;
import java.util.Optional;

/**
 * How this till stands with its gateway, as it is told to people and to what goes beside the
 * journal. Changed by the loop's thread; {@link #status} is for any.
 */
final class Standing {
    private final OwnJournal own;
    private final SyncPorts ports;
    private final HandedDown handedDown;
    private volatile SyncStatus status;

    /**
     * @param kept the mark of an earlier run
     */
    Standing(OwnJournal own, SyncPorts ports, HandedDown handedDown, Optional<Mark> kept) {
        this.own = own;
        this.ports = ports;
        this.handedDown = handedDown;
        this.status = SyncStatus.starting(kept);
    }

    SyncStatus status() {
        return status;
    }

    /** That the journal had forked is known from the mark that was kept. */
    void startForked(Fork fork) {
        status = forked(SyncStatus.starting(Optional.empty()), fork);
    }

    /** What goes beside the journal, where somebody hears it: a person who waits before news. */
    void sayBeside() {
        if (status.online())
            ports.questions().say(said -> ports.uplink().mention(Channel.QUESTION, said));
        if (status.isHeard())
            ports.beside().say(said -> ports.uplink().mention(Channel.TELEMETRY, said));
    }

    void marked(Mark mark) {
        boolean isNews = !status.online();
        tell(SyncStatus.online(own.gateway(), mark));
        if (isNews) ports.beside().connected();
        ports.marks().write(mark);
    }

    void forked(Optional<Fork> found) {
        boolean isNews = !status.isHeard();
        found.ifPresent(fork -> tell(forked(status, fork)));
        if (isNews) ports.beside().connected();
    }

    private SyncStatus forked(SyncStatus before, Fork fork) {
        long pruned = own.journal().prunedUpTo();
        return pruned > fork.shared() ? before.forkedBeyond(pruned, fork) : before.forked(fork);
    }

    /** On a new connection a branch is shown again, and nobody says again that it is one. */
    void shown() {
        if (status.isHeard()) return;
        status = status.heardAgain();
        ports.beside().connected();
    }

    /** Its branch is shown from what is whole: who is not that far lacks what is pruned here. */
    void lacking(Mark mark) {
        long pruned = own.journal().prunedUpTo();
        if (!own.isAbout(mark) || mark.sequence() >= pruned) return;
        lacking(
                "entries "
                        + (mark.sequence() + 1)
                        + " to "
                        + pruned
                        + " are pruned here and in head office's archive");
    }

    void lacking(String what) {
        status = status.lacking(what);
    }

    void refused(Answer.Reason reason, String why) {
        status = status.refused(reason, why);
    }

    void offline(String why) {
        status = status.offline(why);
    }

    /** Something came from head office that a person may have to be told of. */
    void handed(Runnable taking) {
        taking.run();
        tell(status);
    }

    private void tell(SyncStatus now) {
        status = handedDown.toldIn(now);
    }
}
