package io.tidemark.ledger.sync;

import io.tidemark.ledger.Answer.Reason;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.SignedHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what came in and says what it is. Pure, and without state of its own: everything it
 * needs is in {@link Known}.
 *
 * <table>
 * <caption>A batch, checked in this order</caption>
 * <tr><th>it is</th><th>verdict</th></tr>
 * <tr><td>about another node than the connection's certificate</td><td>refused: wrong sender</td></tr>
 * <tr><td>of another epoch</td><td>refused: unknown epoch</td></tr>
 * <tr><td>from a quarantined journal</td><td>refused: quarantined</td></tr>
 * <tr><td>starting beyond the head + 1</td><td>gap</td></tr>
 * <tr><td>signed by another key</td><td>refused: forged</td></tr>
 * <tr><td>properly signed, with another hash at a sequence that is known</td><td>forked</td></tr>
 * <tr><td>not leading to its signed head</td><td>refused: forged</td></tr>
 * <tr><td>within what is known</td><td>known</td></tr>
 * <tr><td>reaching beyond it</td><td>fresh</td></tr>
 * </table>
 */
public final class Receiver {
    private Receiver() {}

    public static Verdict examine(Batch batch, Known known) {
        Verdict.Refused refused = refusal(batch.origin(), known);
        if (refused != null) return refused;
        if (batch.from() > known.head().sequence() + 1) return new Verdict.Gap(known.head());
        if (!batch.head().isBy(known.origin())) return forged("the signature is not the sender's");
        return follow(batch, known);
    }

    public static Verdict examine(Hello hello, Known known) {
        SignedHead theirs = hello.head();
        Verdict.Refused refused = refusal(theirs.journal(), known);
        if (refused != null) return refused;
        if (!theirs.isBy(known.origin())) return forged("the signature is not the sender's");
        if (theirs.sequence() > known.head().sequence()) return new Verdict.Known();
        Hash ours = known.hashAt().apply(theirs.sequence());
        return ours.equals(theirs.hash())
                ? new Verdict.Known()
                : new Verdict.Forked(theirs.sequence(), ours, theirs.hash());
    }

    private static Verdict follow(Batch batch, Known known) {
        Head at = new Head(batch.from() - 1, known.hashAt().apply(batch.from() - 1));
        Verdict.Forked forked = null;
        for (EntryBytes entry : batch.entries()) {
            at = at.then(entry);
            if (forked == null && at.sequence() <= known.head().sequence())
                forked = compare(at, known);
        }
        if (!at.hash().equals(batch.head().hash()))
            return forged("the entries do not lead to the signed head");
        if (forked != null) return forked;
        return fresh(batch, known);
    }

    private static Verdict.@Nullable Forked compare(Head theirs, Known known) {
        Hash ours = known.hashAt().apply(theirs.sequence());
        return ours.equals(theirs.hash())
                ? null
                : new Verdict.Forked(theirs.sequence(), ours, theirs.hash());
    }

    private static Verdict fresh(Batch batch, Known known) {
        long overlap = known.head().sequence() - batch.from() + 1;
        List<EntryBytes> entries = batch.entries();
        if (overlap >= entries.size()) return new Verdict.Known();
        return new Verdict.Fresh(entries.subList((int) overlap, entries.size()), batch.head());
    }

    private static Verdict.@Nullable Refused refusal(JournalId origin, Known known) {
        if (!origin.node().equals(known.peer()))
            return new Verdict.Refused(
                    Reason.WRONG_SENDER, known.peer() + " may not speak for " + origin.node());
        if (!origin.equals(known.journal()))
            return new Verdict.Refused(
                    Reason.UNKNOWN_EPOCH,
                    "epoch "
                            + origin.epoch()
                            + " where "
                            + known.journal().epoch()
                            + " is authorised");
        if (known.quarantined())
            return new Verdict.Refused(
                    Reason.QUARANTINED,
                    "this journal forked; a person must decide which branch stands");
        return null;
    }

    private static Verdict.Refused forged(String why) {
        return new Verdict.Refused(Reason.FORGED, why);
    }
}
