package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * One foreign currency's exchanges of a day, less what was taken back. All of it are sums, so the
 * order in which tills exchanged makes no difference.
 *
 * @param count exchanges, those that were taken back and the taking back included
 * @param bought in the foreign currency, for {@code paid} of the store's
 * @param sold in the foreign currency, for {@code received} of the store's
 * @param commission besides, in the store's currency
 * @param spread what was earned against the middle rates of then, without commission
 */
public record ExchangeTotal(
        long count,
        Money bought,
        Money paid,
        Money sold,
        Money received,
        Money commission,
        Money spread) {
    private static final int FIELDS = 8;

    static ExchangeTotal of(CurrencyExchanged exchange) {
        Money foreign = exchange.foreign();
        Money base = exchange.base();
        Money none = Money.zero(foreign.currency());
        Money nothing = Money.zero(base.currency());
        boolean buying = exchange.isBuying();
        return new ExchangeTotal(
                1,
                buying ? foreign : none,
                buying ? base.negated() : nothing,
                buying ? none : foreign.negated(),
                buying ? nothing : base,
                exchange.commission(),
                exchange.spread());
    }

    public CurrencyCode currency() {
        return bought.currency();
    }

    ExchangeTotal plus(ExchangeTotal other) {
        return new ExchangeTotal(
                Math.addExact(count, other.count),
                bought.plus(other.bought),
                paid.plus(other.paid),
                sold.plus(other.sold),
                received.plus(other.received),
                commission.plus(other.commission),
                spread.plus(other.spread));
    }

    /** The array [currency, count, bought, paid, sold, received, commission, spread]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(currency().code()).integer(count);
        writer.integer(bought.minor()).integer(paid.minor()).integer(sold.minor());
        writer.integer(received.minor()).integer(commission.minor()).integer(spread.minor());
    }

    static ExchangeTotal readFrom(CurrencyCode base, CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> {
                    CurrencyCode foreign = Items.currency(reader);
                    return new ExchangeTotal(
                            reader.integer(),
                            Items.minor(foreign, reader),
                            Items.minor(base, reader),
                            Items.minor(foreign, reader),
                            Items.minor(base, reader),
                            Items.minor(base, reader),
                            Items.minor(base, reader));
                });
    }
}
