package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.receipts.Outcome;
import io.tidemark.cloud.receipts.ReceiptDesk;
import io.tidemark.ledger.proof.ReceiptGist;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.ReceiptJson;
import io.tidemark.node.web.ReceiptView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a store for its receipts.
 *
 * @param state {@code waiting}, {@code offline} (it waits, and the store is not connected), {@code
 *     listed}, {@code proven}, {@code refused}, {@code pruned}, {@code not-here} or {@code busy}
 * @param asked when someone first asked; null if it is not even waited for
 * @param came when the store answered; null before
 * @param why of what was refused or is not there
 */
@Serdeable.Serializable
record ReceiptsJson(
        String state,
        @Nullable Instant asked,
        @Nullable Instant came,
        @Nullable String why,
        @Nullable ListJson list,
        @Nullable ProofJson proof) {

    /**
     * @param complete whether the receipts give the digest that the close-down has
     */
    @Serdeable.Serializable
    record ListJson(boolean complete, List<GistJson> receipts) {}

    /**
     * @param sequence of its entry in the device's journal
     */
    @Serdeable.Serializable
    record GistJson(long sequence, long number, Instant at, int lines, Amount gross) {
        static GistJson of(ReceiptGist gist) {
            return new GistJson(
                    gist.sequence(),
                    gist.receipt(),
                    gist.at(),
                    gist.lines(),
                    Amount.of(gist.gross()));
        }
    }

    /**
     * @param signedAt the entry at which the device signed
     * @param receipt null where the entry is none
     */
    @Serdeable.Serializable
    record ProofJson(long sequence, String hash, long signedAt, @Nullable ReceiptJson receipt) {}

    /**
     * @param part what a list is held against; null where one receipt was asked for
     */
    static ReceiptsJson of(ReceiptDesk.State state, ReceiptRequests.@Nullable Part part) {
        return switch (state) {
            case ReceiptDesk.Busy _ -> new ReceiptsJson("busy", null, null, null, null, null);
            case ReceiptDesk.Waiting(Instant asked, boolean connected) ->
                    new ReceiptsJson(
                            connected ? "waiting" : "offline", asked, null, null, null, null);
            case ReceiptDesk.Told told -> of(told, part);
        };
    }

    private static ReceiptsJson of(ReceiptDesk.Told told, ReceiptRequests.@Nullable Part part) {
        return switch (told.outcome()) {
            case Outcome.Listed(List<ReceiptGist> receipts) ->
                    of(told, "listed", null, list(receipts, part), null);
            case Outcome.Proven proven -> of(told, "proven", null, null, proof(proven));
            case Outcome.Refused(String why) -> of(told, "refused", why, null, null);
            case Outcome.NotHere(boolean pruned, String why) ->
                    of(told, pruned ? "pruned" : "not-here", why, null, null);
        };
    }

    private static ReceiptsJson of(
            ReceiptDesk.Told told,
            String state,
            @Nullable String why,
            @Nullable ListJson list,
            @Nullable ProofJson proof) {
        return new ReceiptsJson(state, told.asked(), told.came(), why, list, proof);
    }

    private static ListJson list(List<ReceiptGist> receipts, ReceiptRequests.@Nullable Part part) {
        boolean complete =
                part != null && ReceiptGist.digest(receipts).hash().equals(part.till().receipts());
        return new ListJson(complete, receipts.stream().map(GistJson::of).toList());
    }

    private static ProofJson proof(Outcome.Proven proven) {
        return new ProofJson(
                proven.head().sequence(),
                proven.head().hash().hex(),
                proven.signedAt(),
                ReceiptView.of(proven.entry()).map(ReceiptJson::of).orElse(null));
    }
}
