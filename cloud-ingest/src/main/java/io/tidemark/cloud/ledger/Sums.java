package io.tidemark.cloud.ledger;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * The figures that add up over tills, supplements and days.
 *
 * @param gross the signed sum of line amounts, tax included
 * @param returned the part of it that returns took off
 */
public record Sums(
        long transactions,
        long returns,
        long lines,
        long noSales,
        Money gross,
        Money returned,
        Money tax) {
    public static Sums none(CurrencyCode currency) {
        Money zero = Money.zero(currency);
        return new Sums(0, 0, 0, 0, zero, zero, zero);
    }

    public Money net() {
        return gross.minus(tax);
    }

    public Sums plus(Sums other) {
        return new Sums(
                Math.addExact(transactions, other.transactions),
                Math.addExact(returns, other.returns),
                Math.addExact(lines, other.lines),
                Math.addExact(noSales, other.noSales),
                gross.plus(other.gross),
                returned.plus(other.returned),
                tax.plus(other.tax));
    }
}
