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
 * @param card number of the gift card that is sold; null where none is
 * @param taxExcluded whether the unit price is without the tax, which was added to it
 * @param label the bar code that said how much of it this is, or for how much; null where none did
 */
public record LineDetails(
        @Nullable PriceOverride override,
        List<DiscountShare> shares,
        @Nullable Money cost,
        LineKind kind,
        @Nullable String card,
        boolean taxExcluded,
        @Nullable String label) {
    /** Of a line that has none of it. */
    public static final LineDetails NONE = new LineDetails(null, List.of(), null);

    /** Discounts of one transaction: as many as it has lines, and as many again. */
    public static final int DISCOUNTS_MAX = 2 * Limits.LINES_MAX;

    private static final int FIELDS = 3;

    /** The kind was added later, and is left out of goods. */
    private static final int FIELDS_WITH_KIND = 4;

    private static final int FIELDS_WITH_CARD = 5;
    private static final int FIELDS_WITH_TAX_EXCLUDED = 6;
    private static final int FIELDS_WITH_LABEL = 7;

    /** Of a line whose quantity and price no bar code said. */
    public LineDetails(
            @Nullable PriceOverride override,
            List<DiscountShare> shares,
            @Nullable Money cost,
            LineKind kind,
            @Nullable String card,
            boolean taxExcluded) {
        this(override, shares, cost, kind, card, taxExcluded, null);
    }

    /** Of a line of no gift card, whose price has its tax in it. */
    public LineDetails(
            @Nullable PriceOverride override,
            List<DiscountShare> shares,
            @Nullable Money cost,
            LineKind kind) {
        this(override, shares, cost, kind, null, false);
    }

    /** Of a line of goods. */
    public LineDetails(
            @Nullable PriceOverride override, List<DiscountShare> shares, @Nullable Money cost) {
        this(override, shares, cost, LineKind.GOODS);
    }

    /** Of a line that is neither of goods nor of a gift card. */
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
        if (card != null) CardUse.requireNumber(card);
        if (label != null) Items.within(label, Limits.CODE_MAX, "a bar code");
        if (card != null && kind != LineKind.GIFT_CARD)
            throw new IllegalArgumentException("no " + kind + " has a gift card's number");
    }

    /** With these shares of discounts instead. */
    public LineDetails with(List<DiscountShare> others) {
        return new LineDetails(override, others, cost, kind, card, taxExcluded, label);
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
                kind,
                card,
                taxExcluded,
                label);
    }

    /** The same, of a package whose bar code this is. */
    public LineDetails labelled(String code) {
        return new LineDetails(override, shares, cost, kind, card, taxExcluded, code);
    }

    /** What all discounts together took off the line. */
    Money discounted(CurrencyCode currency) {
        return shares.isEmpty()
                ? Money.zero(currency)
                : Money.sum(currency, shares, DiscountShare::amount);
    }

    void writeTo(CborWriter writer) {
        int fields = fields();
        writer.array(fields);
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
        if (fields > FIELDS) writer.integer(kind.ordinal());
        if (fields > FIELDS_WITH_KIND) writer.textOrNothing(card);
        if (fields > FIELDS_WITH_CARD) writer.bool(taxExcluded);
        if (fields > FIELDS_WITH_TAX_EXCLUDED) writer.textOrNothing(label);
    }

    /** What says nothing is left out from the end. */
    private int fields() {
        if (label != null) return FIELDS_WITH_LABEL;
        if (taxExcluded) return FIELDS_WITH_TAX_EXCLUDED;
        if (card != null) return FIELDS_WITH_CARD;
        return kind.isGoods() ? FIELDS : FIELDS_WITH_KIND;
    }

    static LineDetails readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_LABEL,
                there ->
                        new LineDetails(
                                reader.takeNothing() ? null : override(reader),
                                reader.list(DISCOUNTS_MAX, () -> share(currency, reader)),
                                reader.takeNothing() ? null : Items.minor(currency, reader),
                                there == FIELDS ? LineKind.GOODS : LineKind.readFrom(reader),
                                there > FIELDS_WITH_KIND
                                        ? reader.textOrNothing(Limits.CODE_MAX)
                                        : null,
                                there > FIELDS_WITH_CARD && reader.bool(),
                                there > FIELDS_WITH_TAX_EXCLUDED
                                        ? reader.textOrNothing(Limits.CODE_MAX)
                                        : null));
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
