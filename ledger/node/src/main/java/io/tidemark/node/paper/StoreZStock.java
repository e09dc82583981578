package io.tidemark.node.paper;

import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.money.Money;

/** What a store's goods are worth, and what made the difference to the close-down before. */
final class StoreZStock {
    private final StockValues stock;
    private final String currency;

    StoreZStock(StockValues stock) {
        this.stock = stock;
        this.currency = stock.closing().currency().code();
    }

    Table values() {
        Table table =
                Table.pairs("Stock at average cost, " + currency)
                        .row("Before", Written.figure(stock.opening()))
                        .row("Received", Written.figure(stock.received()))
                        .row("From other stores", Written.figure(stock.transferredIn()))
                        .row("To other stores", less(stock.transferredOut()))
                        .row("Cost of goods sold", less(stock.sold()))
                        .row("Wasted", less(stock.wasted()))
                        .row("Found by counts", Written.figure(stock.surplus()))
                        .row("Missed by counts", less(stock.shortage()));
        if (!stock.corrected().isZero())
            table = table.row("Corrected: sold before it came", Written.figure(stock.corrected()));
        table =
                table.row("After", Written.figure(stock.closing()))
                        .row("Articles below zero", Written.count(stock.counts().negative()))
                        .row("Lines counted", Written.count(stock.counts().counted()));
        return stock.counts().late() == 0
                ? table
                : table.row("of which too late to tell", Written.count(stock.counts().late()));
    }

    private static String less(Money amount) {
        return Written.figure(amount.negated());
    }
}
