package io.tidemark.lab.simulate;

import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.ForeignRate;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The one foreign currency of a simulated store: taken for goods, bought and sold.
 *
 * @param own the store's currency
 */
record SimulatedMoney(CurrencyCode own, CurrencyCode foreign) {
    private static final LocalDate LONG_AGO = LocalDate.EPOCH;
    private static final int COMMISSION_PPM = 7_000;

    static SimulatedMoney in(CurrencyCode own) {
        int at = World.CURRENCIES.indexOf(own.code());
        return new SimulatedMoney(
                own, new CurrencyCode(World.CURRENCIES.get((at + 1) % World.CURRENCIES.size())));
    }

    /** Store currency per unit that is paid with. */
    ExchangeRate taken() {
        return rate("1.1875");
    }

    /** The smallest that is exchanged. */
    Money note() {
        return new Money(500, foreign);
    }

    Trade trade() {
        ExchangeTerms terms =
                new ExchangeTerms(
                        own,
                        LONG_AGO,
                        new ExchangeTerms.Rates(
                                rate("1.2345"),
                                rate("1.2101"),
                                rate("1.2599"),
                                rate("1.2"),
                                rate("1.3")),
                        new ExchangeTerms.Handling(
                                note(),
                                new Money(1, own),
                                new ExchangeTerms.Commission(COMMISSION_PPM, Money.zero(own))),
                        ExchangeTerms.Bounds.none(foreign),
                        List.of());
        return new Trade(List.of(), List.of(new ForeignRate(own, foreign, taken(), List.of())))
                .with(new Exchange(List.of(terms), List.of()));
    }

    private static ExchangeRate rate(String text) {
        return new ExchangeRate(new BigDecimal(text));
    }
}
