package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.fog.closedown.Sealing;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.seal.DayLeaf;
import io.tidemark.ledger.seal.DayProof;
import io.tidemark.ledger.seal.LogGrowth;
import io.tidemark.ledger.seal.ProofText;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store's log and its proofs as JSON; hashes, keys and signatures are in hexadecimal. */
final class ProofTold {
    private ProofTold() {}

    /**
     * @param signed how many the newest head is about
     * @param key by which the store signs
     */
    @Serdeable
    record Log(
            String store,
            String key,
            int size,
            long signed,
            @Nullable String root,
            @Nullable String signature,
            List<Day> days) {
        static Log of(ProofView view) {
            LogHead head = view.head().orElse(null);
            return new Log(
                    view.gateway().store(),
                    view.key().toString(),
                    view.size(),
                    head == null ? 0 : head.size(),
                    head == null ? null : head.root().hex(),
                    head == null ? null : HexFormat.of().formatHex(head.signature().toBytes()),
                    view.rows().stream().map(Day::of).toList());
        }
    }

    /**
     * @param number in the log, from 1
     * @param closeDown SHA-256 of its bytes
     * @param computedAgain how far that is; null where it was done before this process began
     */
    @Serdeable
    record Day(
            int number,
            String day,
            long zNumber,
            int supplement,
            long entries,
            String root,
            String closeDown,
            @Nullable Again computedAgain) {
        static Day of(ProofView.Row row) {
            DayLeaf day = row.day();
            return new Day(
                    row.number(),
                    day.day().toString(),
                    day.zNumber(),
                    day.supplement(),
                    day.entries(),
                    day.root().hex(),
                    day.closeDown().hex(),
                    row.sealing().map(Again::of).orElse(null));
        }
    }

    /** The second computation, from the journals' bytes, after which it goes to head office. */
    @Serdeable
    record Again(String state, long read, long entries, int percent, List<String> differences) {
        static Again of(Sealing sealing) {
            return new Again(
                    sealing.state().name(),
                    sealing.read(),
                    sealing.entries(),
                    sealing.percent(),
                    sealing.differences());
        }
    }

    /**
     * That the log only grew (RFC 6962 §2.1.2).
     *
     * @param text for {@code tidemark check}, with both signed heads; null where this gateway has
     *     not signed both
     */
    @Serdeable
    record Growth(
            long from,
            long to,
            String fromRoot,
            String toRoot,
            List<String> path,
            @Nullable String text) {
        static Growth of(ProofView.Growth growth) {
            return new Growth(
                    growth.proof().from(),
                    growth.proof().to(),
                    growth.from().hex(),
                    growth.to().hex(),
                    growth.proof().path().stream().map(Hash::hex).toList(),
                    growth.signed().map(LogGrowth::text).orElse(null));
        }
    }

    /**
     * @param entry in the day, from 1
     * @param text for {@code tidemark check}
     */
    @Serdeable
    record Proof(
            String receipt,
            String day,
            long zNumber,
            int supplement,
            long entry,
            long entries,
            String text) {
        static Proof of(String receipt, DayProof proof) {
            return new Proof(
                    receipt,
                    proof.day().day().toString(),
                    proof.day().zNumber(),
                    proof.day().supplement(),
                    proof.inDay().index() + 1,
                    proof.inDay().size(),
                    ProofText.of(proof));
        }
    }
}
