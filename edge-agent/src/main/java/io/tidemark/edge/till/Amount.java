package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * An amount in JSON.
 *
 * @param minor whole minor units
 * @param currency ISO 4217
 */
@Serdeable
record Amount(long minor, String currency) {
    static Amount of(Money money) {
        return new Amount(money.minor(), money.currency().code());
    }

    Money toMoney() {
        return new Money(minor, new CurrencyCode(currency));
    }
}
