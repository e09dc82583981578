package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.tidemark.fog.question.Doubles;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.node.web.ReceiptView;
import io.tidemark.node.web.Refusal;

/** A receipt that somebody asks for, by what is printed on it. */
record StoreReceipt(OriginalReceipt wanted, ReceiptView view) {
    /**
     * @throws Refusal where there is none, or what was asked makes no sense
     */
    static StoreReceipt find(Doubles doubles, OriginalReceipt wanted) {
        return doubles.receipt(wanted)
                .flatMap(ReceiptView::of)
                .map(view -> new StoreReceipt(wanted, view))
                .orElseThrow(() -> notHere(wanted));
    }

    /**
     * @param store whose
     * @throws Refusal where no receipt is named so
     */
    static OriginalReceipt named(String store, String day, String workstation, long number) {
        try {
            return new OriginalReceipt(store, workstation, GatewayApi.parsed(day), number);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Refusal notHere(OriginalReceipt wanted) {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "there is no receipt "
                        + wanted.receipt()
                        + " of "
                        + wanted.workstation()
                        + " on "
                        + wanted.day()
                        + " here: it has not come yet, or was pruned and is in head office's archive");
    }
}
