package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * @param minor whole minor units: 1234 GBP is £12.34
 */
@Serdeable.Serializable
record MoneyJson(long minor, String currency) {
    static MoneyJson of(Money amount) {
        return new MoneyJson(amount.minor(), amount.currency().code());
    }

    static List<MoneyJson> of(List<Money> amounts) {
        return amounts.stream().map(MoneyJson::of).toList();
    }
}
