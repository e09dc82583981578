package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;

/**
 * What was given in payment, or paid back where negative.
 *
 * @param amount in the tender's own currency
 * @param rate store currency per unit of it
 * @param base the amount in the transaction's currency, as it counted
 */
public record Tender(TenderType type, Money amount, ExchangeRate rate, Money base) {
    public Tender {
        amount.requireSummable("a tender");
        base.requireSummable("a tender, in the transaction's currency,");
    }

    /** A tender in the transaction's own currency. */
    public static Tender of(TenderType type, Money amount) {
        return new Tender(type, amount, ExchangeRate.ONE, amount);
    }

    /** The same amount the other way. */
    Tender negated() {
        return new Tender(type, amount.negated(), rate, base.negated());
    }

    boolean isOwnCash(CurrencyCode currency) {
        return type.isCash() && amount.currency().equals(currency);
    }

    void writeTo(CborWriter writer) {
        writer.array(6).text(type.code()).integer(amount.minor()).text(amount.currency().code());
        rate.writeTo(writer);
        writer.integer(base.minor());
    }

    static Tender readFrom(CurrencyCode baseCurrency, CborReader reader) {
        return reader.fields(
                6,
                () ->
                        new Tender(
                                new TenderType(Items.code(reader)),
                                new Money(reader.integer(), Items.currency(reader)),
                                ExchangeRate.readFrom(reader),
                                Items.minor(baseCurrency, reader)));
    }
}
