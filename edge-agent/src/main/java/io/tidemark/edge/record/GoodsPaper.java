package io.tidemark.edge.record;

import io.tidemark.ledger.NodeName;
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
            case TRANSFER_OUT -> requireStore(party, "name the store that the goods go to");
            case TRANSFER_IN -> {
                requireStore(party, "name the store that the goods come from");
                requireGiven(reference, "give the transfer's number, which came with the goods");
            }
        }
    }

    /** A device knows no list of the chain's stores: only what such a name looks like. */
    private static void requireStore(String party, String advice) {
        requireGiven(party, advice);
        if (!NodeName.isLabel(party))
            throw new IllegalArgumentException(
                    "a store is named by its label, such as s002 or warehouse (lower-case letters,"
                            + " digits and hyphens, at most "
                            + NodeName.LABEL_MAX
                            + "), not '"
                            + party
                            + "'");
    }

    private static void requireGiven(String text, String advice) {
        if (text.isBlank()) throw new IllegalArgumentException(advice);
    }
}
