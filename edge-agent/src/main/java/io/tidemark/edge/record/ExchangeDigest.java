package io.tidemark.edge.record;

import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;

/** The part of {@link AskDigest} that is about currencies. */
final class ExchangeDigest {
    private ExchangeDigest() {}

    static void exchanged(Ask.Exchange ask, CborWriter writer) {
        writer.array(6).text(ask.way().name());
        money(ask.foreign(), writer);
        ExchangeRate rate = ask.rate();
        writer.textOrNothing(rate == null ? null : rate.value().toPlainString());
        Money expected = ask.expected();
        if (expected == null) writer.nothing();
        else money(expected, writer);
        writer.text(ask.customer().reference()).text(ask.customer().document());
    }

    private static void money(Money money, CborWriter writer) {
        writer.array(2).integer(money.minor()).text(money.currency().code());
    }
}
