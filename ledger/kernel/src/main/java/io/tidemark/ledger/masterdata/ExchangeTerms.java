package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * At which rates, and within which bounds, a bureau de change buys and sells one currency from a
 * business day on. Rates are store currency per unit of the foreign one.
 *
 * @param currency the store's
 * @param from the first business day of which it holds
 * @param rates quoted, and the range within which a cashier may depart from them
 * @param handling in which amounts, and for what commission
 * @param bounds how much of it is held
 * @param stores labels of those it is about; empty: all in this currency
 */
public record ExchangeTerms(
        CurrencyCode currency,
        LocalDate from,
        Rates rates,
        Handling handling,
        Bounds bounds,
        List<String> stores) {
    private static final int FIELDS = 20;

    /** Added later, and left out where a supervisor may allow everything. */
    private static final int FIELDS_FIRM = 22;

    private static final int PPM_MAX = 1_000_000;

    /**
     * What one unit costs.
     *
     * @param buy at which the store buys, {@code sell} at which it sells
     * @param low below which, and {@code high} above which, nothing is exchanged by a cashier alone
     */
    public record Rates(
            ExchangeRate mid,
            ExchangeRate buy,
            ExchangeRate sell,
            ExchangeRate low,
            ExchangeRate high) {
        public Rates {
            if (buy.value().compareTo(sell.value()) > 0)
                throw new IllegalArgumentException(
                        "bought at "
                                + buy.value().toPlainString()
                                + " and sold at less, "
                                + sell.value().toPlainString()
                                + ": exchange the two rates");
            for (ExchangeRate rate : List.of(mid, buy, sell))
                if (rate.value().compareTo(low.value()) < 0
                        || rate.value().compareTo(high.value()) > 0)
                    throw new IllegalArgumentException(
                            "the rate "
                                    + rate.value().toPlainString()
                                    + " is not within the allowed range of "
                                    + low.value().toPlainString()
                                    + " to "
                                    + high.value().toPlainString());
        }

        public boolean allows(ExchangeRate rate) {
            return rate.value().compareTo(low.value()) >= 0
                    && rate.value().compareTo(high.value()) <= 0;
        }
    }

    /**
     * What is refused, and not asked of a supervisor.
     *
     * @param rates those outside the range
     * @param limits more than a drawer or the store may hold
     */
    public record Firm(boolean rates, boolean limits) {
        /** A supervisor may allow all of it. */
        public static final Firm NOTHING = new Firm(false, false);
    }

    /**
     * What passes over the counter.
     *
     * @param note the smallest amount that is handled, in the foreign currency: what is exchanged
     *     is a multiple of it
     * @param round the smallest amount of the store's currency that is handled, to which what goes
     *     the other way is rounded, HALF_UP
     * @param commission what a customer pays besides
     */
    public record Handling(Money note, Money round, Commission commission) {
        public Handling {
            if (note.minor() < 1 || round.minor() < 1)
                throw new IllegalArgumentException(
                        "the smallest amount that is handled is above zero");
            if (!commission.least().currency().equals(round.currency()))
                throw new IllegalArgumentException(
                        "rounding and commission are in " + round.currency());
        }
    }

    /**
     * How much of the foreign currency is held.
     *
     * @param drawerMax more than this in one drawer needs a supervisor; zero: no limit
     * @param positionMax more than this in the whole store needs a supervisor, where a till can
     *     know; zero: no limit
     * @param firm what even a supervisor does not allow
     */
    public record Bounds(Money drawerMax, Money positionMax, Firm firm) {
        public Bounds {
            if (!drawerMax.currency().equals(positionMax.currency())
                    || drawerMax.isNegative()
                    || positionMax.isNegative())
                throw new IllegalArgumentException(
                        "a limit is zero or more, in " + positionMax.currency());
            drawerMax.requireSummable("a limit of a drawer");
            positionMax.requireSummable("a limit of a position");
        }

        /** Of which a supervisor may allow everything. */
        public Bounds(Money drawerMax, Money positionMax) {
            this(drawerMax, positionMax, Firm.NOTHING);
        }

        /** However much a drawer and the store hold. */
        public static Bounds none(CurrencyCode foreign) {
            return new Bounds(Money.zero(foreign), Money.zero(foreign));
        }
    }

    /**
     * A share of the amount in the store's currency, rounded HALF_UP to its minor unit.
     *
     * @param ppm in parts per million
     * @param least but never less than this
     */
    public record Commission(int ppm, Money least) {
        public Commission {
            if (ppm < 0 || ppm > PPM_MAX || least.isNegative())
                throw new IllegalArgumentException(
                        "a commission is 0 to 100 %, and never negative");
        }
    }

    public ExchangeTerms {
        stores = List.copyOf(stores);
        if (stores.size() > Product.STORES_MAX)
            throw new IllegalArgumentException(
                    "rates name more than " + Product.STORES_MAX + " stores");
        CurrencyCode foreign = handling.note().currency();
        if (foreign.equals(currency))
            throw new IllegalArgumentException(
                    foreign + " is the store's own currency: name the foreign one");
        if (!bounds.drawerMax().currency().equals(foreign))
            throw new IllegalArgumentException("a limit is zero or more, in " + foreign);
        if (!handling.round().currency().equals(currency))
            throw new IllegalArgumentException("rounding and commission are in " + currency);
    }

    public CurrencyCode foreign() {
        return handling.note().currency();
    }

    boolean isFor(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    ExchangeTerms withoutStores() {
        return new ExchangeTerms(currency, from, rates, handling, bounds, List.of());
    }

    /**
     * The array [currency, foreign, from, mid, buy, sell, low, high (two items each), note, round,
     * commission ppm, commission least, drawer most, position most, stores], amounts in minor
     * units; and whether rates and limits are firm, where either is.
     */
    void writeTo(CborWriter writer) {
        Firm firm = bounds.firm();
        boolean isFirm = !firm.equals(Firm.NOTHING);
        writer.array(isFirm ? FIELDS_FIRM : FIELDS).text(currency.code()).text(foreign().code());
        writer.integer(from.toEpochDay());
        rates.mid().writeTo(writer);
        rates.buy().writeTo(writer);
        rates.sell().writeTo(writer);
        rates.low().writeTo(writer);
        rates.high().writeTo(writer);
        writer.integer(handling.note().minor()).integer(handling.round().minor());
        Commission commission = handling.commission();
        writer.integer(commission.ppm()).integer(commission.least().minor());
        writer.integer(bounds.drawerMax().minor()).integer(bounds.positionMax().minor());
        writer.list(stores, (store, into) -> into.text(store));
        if (isFirm) writer.bool(firm.rates()).bool(firm.limits());
    }

    static ExchangeTerms readFrom(CborReader reader) {
        return reader.fields(FIELDS, FIELDS_FIRM, there -> read(there, reader));
    }

    private static ExchangeTerms read(int there, CborReader reader) {
        CurrencyCode own = new CurrencyCode(reader.text(Limits.CODE_MAX));
        CurrencyCode foreign = new CurrencyCode(reader.text(Limits.CODE_MAX));
        LocalDate from = LocalDate.ofEpochDay(reader.integer());
        Rates rates =
                new Rates(
                        ExchangeRate.readFrom(reader),
                        ExchangeRate.readFrom(reader),
                        ExchangeRate.readFrom(reader),
                        ExchangeRate.readFrom(reader),
                        ExchangeRate.readFrom(reader));
        Handling handling =
                new Handling(
                        new Money(reader.integer(), foreign),
                        new Money(reader.integer(), own),
                        new Commission(
                                reader.integer(0, PPM_MAX), new Money(reader.integer(), own)));
        Money drawer = new Money(reader.integer(), foreign);
        Money position = new Money(reader.integer(), foreign);
        List<String> stores = reader.list(Product.STORES_MAX, () -> reader.text(Limits.CODE_MAX));
        Firm firm = there < FIELDS_FIRM ? Firm.NOTHING : new Firm(reader.bool(), reader.bool());
        return new ExchangeTerms(
                own, from, rates, handling, new Bounds(drawer, position, firm), stores);
    }
}
