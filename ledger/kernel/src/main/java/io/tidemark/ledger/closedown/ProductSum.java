package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.stock.StockItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up one article. Not safe for use by several threads. */
final class ProductSum {
    private final @Nullable StockItem item;
    private long lines;
    private long thousandths;
    private long gross;
    private long tax;
    private long cost;

    ProductSum(ProductTotal.Key key) {
        item = item(key).orElse(null);
    }

    /** What of the stock it is; nothing where it moves none. */
    static Optional<StockItem> item(ProductTotal.Key key) {
        return key.kind().isGoods() && StockItem.isKept(key.plu())
                ? Optional.of(new StockItem(key.plu(), key.unit()))
                : Optional.empty();
    }

    @Nullable StockItem item() {
        return item;
    }

    void add(Line line) {
        Money known = line.details().cost();
        add(1, line.quantity().thousandths(), line.gross().minor(), line.taxAmount().minor());
        if (known != null) cost = Math.addExact(cost, known.minor());
    }

    void add(ProductSum other) {
        add(other.lines, other.thousandths, other.gross, other.tax);
        cost = Math.addExact(cost, other.cost);
    }

    private void add(long moreLines, long quantity, long moreGross, long moreTax) {
        lines = Math.addExact(lines, moreLines);
        thousandths = Math.addExact(thousandths, quantity);
        gross = Math.addExact(gross, moreGross);
        tax = Math.addExact(tax, moreTax);
    }

    ProductTotal total(ProductTotal.Key key, CurrencyCode currency) {
        return new ProductTotal(
                key,
                lines,
                thousandths,
                new Money(gross, currency),
                new Money(tax, currency),
                new Money(cost, currency));
    }
}
