package io.tidemark.ledger.sync;

import io.tidemark.ledger.Answer.Reason;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
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
 * <tr><td>starting beyond the head + 1</td><td>gap</td></tr>
 * <tr><td>signed by another key</td><td>refused: forged</td></tr>
 * <tr><td>not leading to its signed head, which is ours or beyond what is known</td><td>refused: forged</td></tr>
 * <tr><td>not leading to its signed head, which is another than ours at a sequence that is known</td><td>forked there</td></tr>
 * <tr><td>with another hash at a sequence that is known</td><td>forked at the first of them</td></tr>
 * <tr><td>within what is known</td><td>known</td></tr>
 * <tr><td>reaching beyond it, and the journal is quarantined</td><td>refused: quarantined</td></tr>
 * <tr><td>reaching beyond it</td><td>fresh</td></tr>
 * </table>
 *
 * <table>
 * <caption>A greeting</caption>
 * <tr><th>it is</th><th>verdict</th></tr>
 * <tr><td>about another node, or of another epoch</td><td>refused: wrong sender, unknown epoch</td></tr>
 * <tr><td>signed by another key</td><td>refused: forged</td></tr>
 * <tr><td>with another hash at a sequence that is known</td><td>forked</td></tr>
 * <tr><td>else</td><td>known</td></tr>
 * </table>
 */
public final class Receiver {
    private Receiver() {}

    public static Verdict examine(Batch batch, Known known) {
        Verdict.Refused refused = refusal(batch.origin(), known);
        if (refused != null) return refused;
        if (batch.from() > known.head().sequence() + 1) return new Verdict.Gap(known.head());
        return judge(
                Examined.of(batch, known.origin(), known.hashAt().apply(batch.from() - 1)), known);
    }

    /** The same, where another thread has done the arithmetic already. */
    public static Verdict examine(Examined examined, Known known) {
        Batch batch = examined.batch();
        Verdict.Refused refused = refusal(batch.origin(), known);
        if (refused != null) return refused;
        if (batch.from() > known.head().sequence() + 1) return new Verdict.Gap(known.head());
        return judge(examined.from(known.hashAt().apply(batch.from() - 1)), known);
    }

    public static Verdict examine(Hello hello, Known known) {
        SignedHead theirs = hello.head();
        Verdict.Refused refused = refusal(theirs.journal(), known);
        if (refused != null) return refused;
        if (!theirs.isBy(known.origin())) return forged("the signature is not the sender's");
        if (theirs.sequence() > known.head().sequence()) return new Verdict.Known();
        return isKnown(theirs, known)
                ? new Verdict.Known()
                : forkedAt(theirs.sequence(), theirs.hash(), known);
    }

    private static Verdict judge(Examined examined, Known known) {
        Batch batch = examined.batch();
        if (!examined.isSigned()) return forged("the signature is not the sender's");
        if (examined.leadsToHead()) return compare(examined, known);
        if (batch.last() > known.head().sequence() || isKnown(batch.head(), known))
            return forged("the entries do not lead to the signed head");
        return forkedAt(batch.last(), batch.head().hash(), known);
    }

    private static Verdict compare(Examined examined, Known known) {
        Batch batch = examined.batch();
        long overlap = Math.min(batch.last(), known.head().sequence());
        for (long sequence = batch.from(); sequence <= overlap; sequence++)
            if (!examined.hashAt(sequence).equals(known.hashAt().apply(sequence)))
                return forkedAt(sequence, examined.hashAt(sequence), known);
        return fresh(batch, known);
    }

    private static boolean isKnown(SignedHead head, Known known) {
        return known.hashAt().apply(head.sequence()).equals(head.hash());
    }

    private static Verdict.Forked forkedAt(long sequence, Hash theirs, Known known) {
        return new Verdict.Forked(sequence, known.hashAt().apply(sequence), theirs);
    }

    private static Verdict fresh(Batch batch, Known known) {
        long overlap = known.head().sequence() - batch.from() + 1;
        List<EntryBytes> entries = batch.entries();
        if (overlap >= entries.size()) return new Verdict.Known();
        if (known.quarantined())
            return new Verdict.Refused(
                    Reason.QUARANTINED,
                    "this journal forked; a person must decide which branch stands");
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
        return null;
    }

    private static Verdict.Refused forged(String why) {
        return new Verdict.Refused(Reason.FORGED, why);
    }
}
