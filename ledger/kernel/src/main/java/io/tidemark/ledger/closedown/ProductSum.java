package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/** Adds up one article. Not safe for use by several threads. */
final class ProductSum {
    private long lines;
    private long thousandths;
    private long gross;
    private long tax;

    void add(Line line) {
        add(1, line.quantity().thousandths(), line.gross().minor(), line.taxAmount().minor());
    }

    void add(ProductSum other) {
        add(other.lines, other.thousandths, other.gross, other.tax);
    }

    private void add(long moreLines, long quantity, long moreGross, long moreTax) {
        lines = Math.addExact(lines, moreLines);
        thousandths = Math.addExact(thousandths, quantity);
        gross = Math.addExact(gross, moreGross);
        tax = Math.addExact(tax, moreTax);
    }

    ProductTotal total(ProductTotal.Key key, CurrencyCode currency) {
        return new ProductTotal(
                key, lines, thousandths, new Money(gross, currency), new Money(tax, currency));
    }
}
