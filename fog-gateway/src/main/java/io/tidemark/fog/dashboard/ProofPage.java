package io.tidemark.fog.dashboard;

import io.tidemark.fog.closedown.Sealing;
import io.tidemark.fog.proof.NotProvable;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.seal.ProofText;
import java.util.List;
import java.util.Optional;

/**
 * The page of the store's log, and of a proof that was asked for.
 *
 * @param rows the newest first
 * @param asked what was asked for; empty where nothing was
 * @param proof its proof, as text
 * @param trouble why there is none
 */
public record ProofPage(
        List<Row> rows,
        int size,
        Optional<LogHead> head,
        String key,
        String asked,
        Optional<String> proof,
        Optional<String> trouble) {
    /** Rows on one page; programs get them all. */
    private static final int ROWS_MAX = 400;

    /**
     * @param state of the second computation, in words
     * @param isStopped whether somebody must look
     */
    public record Row(
            String number,
            String day,
            String z,
            String entries,
            String root,
            String state,
            boolean isStopped) {
        static Row of(ProofView.Row row) {
            int supplement = row.day().supplement();
            return new Row(
                    Shown.count(row.number()),
                    Shown.shortDay(row.day().day()),
                    row.day().zNumber() + (supplement == 0 ? "" : "." + supplement),
                    Shown.count(row.day().entries()),
                    row.day().root().hex(),
                    row.sealing().map(Row::words).orElse("was computed twice"),
                    row.sealing()
                            .filter(each -> each.state() == Sealing.State.STOPPED)
                            .isPresent());
        }

        private static String words(Sealing sealing) {
            return switch (sealing.state()) {
                case WAITING -> "waits for the one before";
                case READING ->
                        "computed again, "
                                + sealing.percent()
                                + " % of "
                                + Shown.count(sealing.entries())
                                + " entries";
                case AGREED -> "computed twice, the same";
                case STOPPED -> sealing.stopped() + ": " + String.join("; ", sealing.differences());
            };
        }
    }

    public ProofPage {
        rows = List.copyOf(rows);
    }

    static ProofPage of(ProofView view, String asked) {
        List<Row> rows = view.rows().reversed().stream().limit(ROWS_MAX).map(Row::of).toList();
        Optional<String> proof = Optional.empty();
        Optional<String> trouble = Optional.empty();
        try {
            if (!asked.isBlank()) proof = Optional.of(ProofText.of(view.proof(asked)));
        } catch (NotProvable e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
        return new ProofPage(
                rows, view.size(), view.head(), view.key().toString(), asked, proof, trouble);
    }
}
