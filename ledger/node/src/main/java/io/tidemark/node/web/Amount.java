package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * An amount in JSON, the same in every node's API.
 *
 * @param minor whole minor units: 1234 GBP is £12.34
 * @param currency ISO 4217
 */
@Serdeable
public record Amount(long minor, String currency) {
    public static Amount of(Money money) {
        return new Amount(money.minor(), money.currency().code());
    }

    public static List<Amount> of(List<Money> amounts) {
        return amounts.stream().map(Amount::of).toList();
    }

    /**
     * @throws IllegalArgumentException if there is no such currency
     */
    public Money toMoney() {
        return new Money(minor, new CurrencyCode(currency));
    }
}
