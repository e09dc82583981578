package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was given in payment, or paid back where negative.
 *
 * @param amount in the tender's own currency
 * @param rate store currency per unit of it
 * @param base the amount in the transaction's currency, as it counted
 * @param card the gift card; null where it was none
 */
public record Tender(
        TenderType type, Money amount, ExchangeRate rate, Money base, @Nullable CardUse card) {
    private static final int FIELDS = 6;
    private static final int FIELDS_WITH_CARD = 7;

    public Tender {
        amount.requireSummable("a tender");
        base.requireSummable("a tender, in the transaction's currency,");
    }

    /** No gift card. */
    public Tender(TenderType type, Money amount, ExchangeRate rate, Money base) {
        this(type, amount, rate, base, null);
    }

    /** A gift card's, in the transaction's own currency. */
    public static Tender of(CardUse card, Money amount) {
        return new Tender(TenderType.GIFT_CARD, amount, ExchangeRate.ONE, amount, card);
    }

    /** A tender in the transaction's own currency. */
    public static Tender of(TenderType type, Money amount) {
        return new Tender(type, amount, ExchangeRate.ONE, amount);
    }

    /** The same amount the other way. */
    Tender negated() {
        return new Tender(type, amount.negated(), rate, base.negated(), card);
    }

    boolean isOwnCash(CurrencyCode currency) {
        return type.isCash() && amount.currency().equals(currency);
    }

    void writeTo(CborWriter writer) {
        writer.array(card == null ? FIELDS : FIELDS_WITH_CARD);
        writer.text(type.code()).integer(amount.minor()).text(amount.currency().code());
        rate.writeTo(writer);
        writer.integer(base.minor());
        if (card != null) card.writeTo(writer);
    }

    static Tender readFrom(CurrencyCode baseCurrency, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_CARD,
                there ->
                        new Tender(
                                new TenderType(Items.code(reader)),
                                new Money(reader.integer(), Items.currency(reader)),
                                ExchangeRate.readFrom(reader),
                                Items.minor(baseCurrency, reader),
                                there > FIELDS ? CardUse.readFrom(reader) : null));
    }
}
