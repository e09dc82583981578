package io.tidemark.ledger.stock;

import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * What goods that came and went were worth, minor units of the store's currency; as {@link
 * StockValues} has them. Not safe for use by several threads.
 */
public final class StockFlows {
    long received;
    long transferredIn;
    long transferredOut;
    long carriedOut;
    long sold;
    long wasted;
    long surplus;
    long shortage;
    long corrected;

    StockFlows() {}

    /** What all goods were worth before and after. */
    public record Ends(long opening, long closing) {}

    /** The same as a close-down tells it. */
    public StockValues values(
            CurrencyCode currency, Ends ends, StockValues.Counts counts, StockValues.Figures made) {
        return new StockValues(
                new Money(ends.opening(), currency),
                new Money(received, currency),
                new Money(transferredIn, currency),
                new Money(transferredOut, currency),
                new Money(carriedOut, currency),
                new Money(sold, currency),
                new Money(wasted, currency),
                new Money(surplus, currency),
                new Money(shortage, currency),
                new Money(corrected, currency),
                new Money(ends.closing(), currency),
                counts,
                made);
    }
}
