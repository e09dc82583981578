package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;

/** Posts each exchange of currencies as it was. */
record ExchangeRows(FollowedEntry entry, EntryHeader header, Rows rows) {
    private static final int RATE_PLACES = 10;

    void post(CurrencyExchanged exchange) {
        CurrencyExchanged.Undone undone = exchange.undone();
        rows.insert(
                "exchanges",
                header.businessDay(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                header.workstation(),
                header.operator(),
                header.at(),
                header.receipt(),
                exchange.foreign().minor(),
                exchange.foreign().currency().code(),
                exchange.base().minor(),
                exchange.commission().minor(),
                exchange.currency().code(),
                exchange.rate().value().setScale(RATE_PLACES),
                exchange.spread().minor(),
                exchange.customer().reference(),
                exchange.customer().document(),
                undone == null ? 0 : undone.receipt().receipt());
    }
}
