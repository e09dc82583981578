package io.tidemark.cloud.receipts;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.proof.ReceiptGist;
import io.tidemark.ledger.proof.ReceiptProof;
import io.tidemark.ledger.proof.ReceiptReply;
import java.util.List;

/** What came of a question. */
public sealed interface Outcome {
    /** The gateway's list; a close-down's digest says whether it is all of them. */
    record Listed(List<ReceiptGist> receipts) implements Outcome {
        public Listed {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * The entry stands in its device's journal.
     *
     * @param entry as the device wrote it
     * @param head the chain after it
     * @param signedAt the entry at which the device signed
     */
    record Proven(EntryBytes entry, Head head, long signedAt) implements Outcome {}

    /**
     * The gateway showed something that its device did not sign.
     *
     * @param why what differs
     */
    record Refused(String why) implements Outcome {}

    /**
     * @param pruned whether it was in the store once
     */
    record NotHere(boolean pruned, String why) implements Outcome {}

    /** What to make of a reply for who holds the device's key. */
    static Outcome of(Wanted wanted, ReceiptReply reply, Verifier device) {
        return switch (reply) {
            case ReceiptReply.NotHere(long _, boolean pruned, String why) ->
                    new NotHere(pruned, why);
            case ReceiptReply.Listed(long _, List<ReceiptGist> receipts)
                    when wanted instanceof Wanted.OfDay ->
                    new Listed(receipts);
            case ReceiptReply.Found(long _, ReceiptProof proof)
                    when wanted instanceof Wanted.One(var journal, long sequence) ->
                    of(proof, proof.verify(journal, sequence, device));
            case ReceiptReply.Listed _, ReceiptReply.Found _ ->
                    new Refused("the gateway answered another question");
        };
    }

    private static Outcome of(ReceiptProof proof, ReceiptProof.Verdict verdict) {
        return switch (verdict) {
            case ReceiptProof.Verdict.Proven(EntryBytes entry, Head head) ->
                    new Proven(entry, head, proof.head().sequence());
            case ReceiptProof.Verdict.Refused(String why) -> new Refused(why);
        };
    }

    /** About how many bytes it takes to keep. */
    default long bytes() {
        return switch (this) {
            case Listed(List<ReceiptGist> receipts) -> 200L * receipts.size();
            case Proven proven -> proven.entry().size();
            case Refused _, NotHere _ -> 1_000;
        };
    }
}
