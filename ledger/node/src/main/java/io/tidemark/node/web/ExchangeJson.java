package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.ExchangeTotal;

/**
 * One currency's exchanges of a day, less what was taken back.
 *
 * @param count exchanges, those that were taken back and the taking back included
 * @param bought in the foreign currency, for {@code paid}; {@code sold} for {@code received}
 * @param spread what was earned against the middle rates of then, without commission
 * @param brought in the foreign currency, as floats that were new to the store, for {@code cost}
 */
@Serdeable
public record ExchangeJson(
        String currency,
        long count,
        Amount bought,
        Amount paid,
        Amount sold,
        Amount received,
        Amount commission,
        Amount spread,
        Amount brought,
        Amount cost) {
    public static ExchangeJson of(ExchangeTotal total) {
        return new ExchangeJson(
                total.currency().code(),
                total.count(),
                Amount.of(total.bought()),
                Amount.of(total.paid()),
                Amount.of(total.sold()),
                Amount.of(total.received()),
                Amount.of(total.commission()),
                Amount.of(total.spread()),
                Amount.of(total.brought()),
                Amount.of(total.cost()));
    }
}
