package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What most lines do not have.
 *
 * @param override null where the price is the catalogue's, or there is none to compare it with
 * @param shares of the transaction's discounts, each at most once
 * @param cost quantity × the standard cost then in force, signed like the quantity; null where the
 *     master data have none
 * @param kind goods, but for a few lines
 */
public record LineDetails(
        @Nullable PriceOverride override,
        List<DiscountShare> shares,
        @Nullable Money cost,
        LineKind kind) {
    /** Of a line that has none of it. */
    public static final LineDetails NONE = new LineDetails(null, List.of(), null);

    /** Discounts of one transaction: as many as it has lines, and as many again. */
    public static final int DISCOUNTS_MAX = 2 * Limits.LINES_MAX;

    private static final int FIELDS = 3;

    /** The kind was added later, and is left out of goods. */
    private static final int FIELDS_WITH_KIND = 4;

    /** Of a line of goods. */
    public LineDetails(
            @Nullable PriceOverride override, List<DiscountShare> shares, @Nullable Money cost) {
        this(override, shares, cost, LineKind.GOODS);
    }

    /** Of a line that is not of goods. */
    public static LineDetails of(LineKind kind) {
        return new LineDetails(null, List.of(), null, kind);
    }

    /**
     * A price that was entered in the place of the catalogue's.
     *
     * @param listed what the catalogue asked at that moment
     */
    public record PriceOverride(UnitPrice listed, String reason) {
        public PriceOverride {
            Items.within(reason, Limits.TEXT_MAX, "a reason");
        }
    }

    /**
     * @param discount its place among the transaction's, from 0
     * @param amount what it took off this line; negative where goods come back
     */
    public record DiscountShare(int discount, Money amount) {
        public DiscountShare {
            if (discount < 0 || discount >= DISCOUNTS_MAX)
                throw new IllegalArgumentException("no transaction has a discount " + discount);
            amount.requireSummable("a line's share of a discount");
        }
    }

    public LineDetails {
        shares = List.copyOf(shares);
        if (cost != null) cost.requireSummable("a line's cost");
    }

    public boolean isNone() {
        return equals(NONE);
    }

    LineDetails negated() {
        return new LineDetails(
                override,
                shares.stream()
                        .map(share -> new DiscountShare(share.discount(), share.amount().negated()))
                        .toList(),
                cost == null ? null : cost.negated(),
                kind);
    }

    /** What all discounts together took off the line. */
    Money discounted(CurrencyCode currency) {
        return shares.isEmpty()
                ? Money.zero(currency)
                : Money.sum(currency, shares, DiscountShare::amount);
    }

    void writeTo(CborWriter writer) {
        writer.array(kind.isGoods() ? FIELDS : FIELDS_WITH_KIND);
        if (override == null) writer.nothing();
        else {
            override.listed().writeTo(writer.array(3));
            writer.text(override.reason());
        }
        writer.list(
                shares,
                (share, to) ->
                        to.array(2).integer(share.discount()).integer(share.amount().minor()));
        if (cost == null) writer.nothing();
        else writer.integer(cost.minor());
        if (!kind.isGoods()) writer.integer(kind.ordinal());
    }

    static LineDetails readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_KIND,
                there ->
                        new LineDetails(
                                reader.takeNothing() ? null : override(reader),
                                reader.list(DISCOUNTS_MAX, () -> share(currency, reader)),
                                reader.takeNothing() ? null : Items.minor(currency, reader),
                                there == FIELDS ? LineKind.GOODS : LineKind.readFrom(reader)));
    }

    private static PriceOverride override(CborReader reader) {
        return reader.fields(
                3,
                () -> new PriceOverride(UnitPrice.readFrom(reader), reader.text(Limits.TEXT_MAX)));
    }

    private static DiscountShare share(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new DiscountShare(
                                reader.integer(0, DISCOUNTS_MAX - 1),
                                Items.minor(currency, reader)));
    }
}
