package io.tidemark.fog.stock;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.ledger.stock.StockStanding;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Values goods at the average cost that the last close-down left them with. What came since counts
 * at that, too, until the day is closed.
 */
public record Worth(StockStanding standing, CurrencyCode currency) {
    /** Of a unit, to the sixth decimal; empty where no cost was known at the last close-down. */
    public Optional<BigDecimal> average(StockItem item) {
        return standing.of(item).flatMap(found -> found.average(currency));
    }

    /**
     * @param thousandths of the item, negative where it is lacking
     */
    public Optional<Money> of(StockItem item, long thousandths) {
        return standing.of(item).flatMap(found -> found.worth(thousandths, currency));
    }

    /** Of all goods, as the last close-down says it. */
    public Money atLastCloseDown() {
        return new Money(standing.cost(), currency);
    }
}
