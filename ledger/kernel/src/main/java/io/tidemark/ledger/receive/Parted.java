package io.tidemark.ledger.receive;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.sync.Verdict;
import java.time.Duration;
import java.util.function.LongFunction;

/**
 * What is answered about another history than the accepted one: it is kept before that is said.
 * What it parts from has been forced by then; that is for the caller to do.
 */
final class Parted {
    /** After how long a sender whose branch the disk had no room for may try again. */
    private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(10);

    private final Journal journal;
    private final Quarantine quarantine;
    private final LongFunction<Hash> accepted;

    /**
     * @param accepted the hash at an accepted entry, forced or not
     */
    Parted(Journal journal, Quarantine quarantine, LongFunction<Hash> accepted) {
        this.journal = journal;
        this.quarantine = quarantine;
        this.accepted = accepted;
    }

    Answer by(Verdict.Forked forked, Hello hello) {
        return told(quarantine.keep(forked.at(), hello), answerTo(forked));
    }

    Answer by(Verdict.Forked forked, Batch batch) {
        return told(quarantine.keep(forked.at(), batch), answerTo(forked));
    }

    /** The accepted history has no entry there, so its last hash stands for what was accepted. */
    Answer comesLate(EntryBytes first, Batch batch) {
        Head last = journal.forced();
        Head theirs = last.then(first);
        Answer.Forked forked = new Answer.Forked(theirs.sequence(), last.hash(), theirs.hash());
        return told(quarantine.keep(theirs.sequence(), batch), forked);
    }

    /** What does not fit the accepted history may go on where a branch of it ends. */
    Answer ofBranchOr(Answer otherwise, Batch batch) {
        if (!quarantine.holds()) return otherwise;
        Quarantine.Kept kept = quarantine.extend(batch);
        if (kept == Quarantine.Kept.UNRELATED) return otherwise;
        return told(kept, forkedAt(quarantine.branchOf(batch)));
    }

    /** The sender has a mark of ours that its journal does not fit, or that ours does not. */
    Answer disputed(Mark mark, Hello hello) {
        Head here = journal.head();
        boolean lostHere =
                mark.sequence() > here.sequence()
                        || !accepted.apply(mark.sequence()).equals(mark.head().hash());
        Quarantine.Kept kept =
                quarantine.keep(Math.min(mark.sequence(), hello.head().sequence() + 1), hello);
        if (lostHere)
            return told(
                    kept,
                    new Answer.Refused(
                            Answer.Reason.QUARANTINED,
                            "entry "
                                    + mark.sequence()
                                    + " was marked here, and is not here any more: an old disk was"
                                    + " put back, or this journal must be restored"));
        return told(
                kept, new Answer.Forked(mark.sequence(), mark.head().hash(), hello.head().hash()));
    }

    private Answer forkedAt(Branch branch) {
        long known = Math.min(branch.at(), journal.head().sequence());
        return new Answer.Forked(branch.at(), accepted.apply(known), branch.hashAt(branch.at()));
    }

    private static Answer answerTo(Verdict.Forked forked) {
        return new Answer.Forked(forked.at(), forked.ours(), forked.theirs());
    }

    private static Answer told(Quarantine.Kept kept, Answer forked) {
        return switch (kept) {
            case KEPT, UNRELATED -> forked;
            case NO_ROOM -> new Answer.NotNow(NO_ROOM_RETRY);
            case ENOUGH ->
                    new Answer.Refused(
                            Answer.Reason.QUARANTINED,
                            "this journal forked; "
                                    + (Quarantine.BYTES_MAX >> 20)
                                    + " MiB of the other branch are kept; a person must decide");
        };
    }
}
