package io.tidemark.edge.record;

import io.tidemark.ledger.event.StockMoved;

/**
 * What goes with goods that move.
 *
 * @param reference number of the delivery note or of the transfer; may be empty, but for what comes
 *     from another store
 * @param party the supplier, or the other store's label
 * @param reason why goods were thrown away
 */
public record GoodsPaper(StockMoved.Kind kind, String reference, String party, String reason) {
    public GoodsPaper {
        switch (kind) {
            case DELIVERY -> {}
            case WASTE -> requireGiven(reason, "say why, such as \"out of date\"");
            case TRANSFER_OUT -> requireGiven(party, "name the store that the goods go to");
            case TRANSFER_IN -> {
                requireGiven(party, "name the store that the goods come from");
                requireGiven(reference, "give the transfer's number, which came with the goods");
            }
        }
    }

    private static void requireGiven(String text, String advice) {
        if (text.isBlank()) throw new IllegalArgumentException(advice);
    }
}
