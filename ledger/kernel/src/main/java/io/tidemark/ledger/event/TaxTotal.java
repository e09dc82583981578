package io.tidemark.ledger.event;

import io.tidemark.ledger.money.Money;

/** Sums of what lines stored, per tax category and rate; never computed again from a total. */
public record TaxTotal(TaxCategory category, Money gross, Money tax) {
    public Money net() {
        return gross.minus(tax);
    }

    TaxTotal plus(TaxTotal other) {
        return new TaxTotal(category, gross.plus(other.gross), tax.plus(other.tax));
    }
}
