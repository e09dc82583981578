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
 * @param brought in the foreign currency, which came to the drawers as floats that were new to the
 *     store, for {@code cost} of the store's
 */
public record ExchangeTotal(
        long count,
        Money bought,
        Money paid,
        Money sold,
        Money received,
        Money commission,
        Money spread,
        Money brought,
        Money cost) {
    private static final int FIELDS = 8;

    /** Added later, and left out where nothing was brought. */
    private static final int FIELDS_BROUGHT = 10;

    /** Of which nothing was brought. */
    public ExchangeTotal(
            long count,
            Money bought,
            Money paid,
            Money sold,
            Money received,
            Money commission,
            Money spread) {
        this(
                count,
                bought,
                paid,
                sold,
                received,
                commission,
                spread,
                Money.zero(bought.currency()),
                Money.zero(paid.currency()));
    }

    static ExchangeTotal brought(Money amount, Money cost) {
        Money none = Money.zero(amount.currency());
        Money nothing = Money.zero(cost.currency());
        return new ExchangeTotal(0, none, nothing, none, nothing, nothing, nothing, amount, cost);
    }

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
                spread.plus(other.spread),
                brought.plus(other.brought),
                cost.plus(other.cost));
    }

    /** The array of these in order, after the currency. */
    void writeTo(CborWriter writer) {
        boolean isBrought = !brought.isZero() || !cost.isZero();
        writer.array(isBrought ? FIELDS_BROUGHT : FIELDS).text(currency().code()).integer(count);
        writer.integer(bought.minor()).integer(paid.minor()).integer(sold.minor());
        writer.integer(received.minor()).integer(commission.minor()).integer(spread.minor());
        if (isBrought) writer.integer(brought.minor()).integer(cost.minor());
    }

    static ExchangeTotal readFrom(CurrencyCode base, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_BROUGHT,
                there -> {
                    CurrencyCode foreign = Items.currency(reader);
                    return new ExchangeTotal(
                            reader.integer(),
                            Items.minor(foreign, reader),
                            Items.minor(base, reader),
                            Items.minor(foreign, reader),
                            Items.minor(base, reader),
                            Items.minor(base, reader),
                            Items.minor(base, reader),
                            there < FIELDS_BROUGHT
                                    ? Money.zero(foreign)
                                    : Items.minor(foreign, reader),
                            there < FIELDS_BROUGHT ? Money.zero(base) : Items.minor(base, reader));
                });
    }
}
