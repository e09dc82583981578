package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article of a transaction. Its amounts are stored, never computed again: gross includes the
 * tax, and net is gross − tax.
 *
 * @param plu the shop's own article code
 * @param gtin the GS1 article number, where there is one
 * @param quantity negative for goods that come back, and so are then gross and tax
 * @param gross quantity × price, rounded once, HALF_UP, less its shares of discounts
 * @param original the line that is returned, where the receipt is known
 * @param details what most lines do not have
 */
public record Line(
        String plu,
        @Nullable String gtin,
        String description,
        String department,
        TaxCategory tax,
        UnitPrice price,
        PriceOrigin origin,
        Quantity quantity,
        Money gross,
        Money taxAmount,
        @Nullable OriginalLine original,
        LineDetails details) {
    private static final int FIELDS = 14;
    private static final int FIELDS_WITH_DETAILS = 16;

    public Line {
        if (plu.isBlank()) throw new IllegalArgumentException("a line needs an article code");
        Items.within(plu, Limits.CODE_MAX, "an article code");
        if (gtin != null) Items.within(gtin, Limits.CODE_MAX, "a GTIN");
        Items.within(description, Limits.TEXT_MAX, "a description");
        Items.within(department, Limits.CODE_MAX, "a department");
        quantity.requireSummable("a line's quantity");
        gross.requireSummable("a line's amount");
        taxAmount.requireSummable("a line's tax");
        if (!gross.currency().equals(taxAmount.currency()))
            throw new IllegalArgumentException(
                    "gross in " + gross.currency() + " and tax in " + taxAmount.currency());
    }

    /** What is sold, before its amounts are known. */
    public record Article(
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            TaxCategory tax) {}

    /** Extends quantity × price and takes the tax out of it, each rounded once. */
    public static Line priced(
            Article article,
            UnitPrice price,
            PriceOrigin origin,
            Quantity quantity,
            CurrencyCode currency) {
        Money gross = price.times(quantity, currency);
        return new Line(
                article.plu(),
                article.gtin(),
                article.description(),
                article.department(),
                article.tax(),
                price,
                origin,
                quantity,
                gross,
                article.tax().rate().includedIn(gross),
                null,
                LineDetails.NONE);
    }

    /**
     * The same where the price is without tax: net is quantity × price, and the tax is added to it,
     * each rounded once.
     */
    public static Line pricedWithoutTax(
            Article article,
            UnitPrice price,
            PriceOrigin origin,
            Quantity quantity,
            CurrencyCode currency) {
        Line included = priced(article, price, origin, quantity, currency);
        Money tax = article.tax().rate().addedTo(included.gross());
        return included.as(
                quantity,
                new Amounts(included.gross().plus(tax), tax),
                null,
                new LineDetails(null, List.of(), null, LineKind.GOODS, null, true));
    }

    /**
     * Whether its tax was added to its net amount; a discount comes off the gross one, and the tax
     * is then within what is left.
     */
    public boolean isTaxAdded() {
        return details.taxExcluded() && details.shares().isEmpty();
    }

    /** The same line with another share of the receipt's tax, its net or its gross staying. */
    public Line taxed(Money share) {
        Money all = isTaxAdded() ? net().plus(share) : gross;
        return as(quantity, new Amounts(all, share), original, details);
    }

    /** What the line would cost at this price, tax included, before any discount. */
    public Money at(UnitPrice other) {
        return extended(other, quantity);
    }

    /** What so much of it would cost at the line's price, tax included, before any discount. */
    public Money at(Quantity other) {
        return extended(price, other);
    }

    private Money extended(UnitPrice each, Quantity many) {
        Money extended = each.times(many, gross.currency());
        return details.taxExcluded() ? extended.plus(tax.rate().addedTo(extended)) : extended;
    }

    /**
     * The same line with this besides. Its discounts come off what it cost before, and the tax is
     * taken out of what is left, rounded once.
     */
    public Line with(LineDetails more) {
        Money discounted = undiscounted().minus(more.discounted(gross.currency()));
        Money included = discounted.equals(gross) ? taxAmount : tax.rate().includedIn(discounted);
        return as(quantity, new Amounts(discounted, included), original, more);
    }

    /** Quantity × price, tax included, before any discount. */
    public Money undiscounted() {
        return gross.plus(details.discounted(gross.currency()));
    }

    /** The same goods the other way, at the same amounts. */
    Line negated() {
        return as(quantity.negated(), amounts().negated(), original, details.negated());
    }

    /** The same line, returned from that earlier one. */
    public Line returning(OriginalLine earlier) {
        return as(quantity, amounts(), earlier, details);
    }

    public Money net() {
        return gross.minus(taxAmount);
    }

    void writeTo(CborWriter writer) {
        boolean detailed = !details.isNone();
        int fields = original == null ? FIELDS : FIELDS + 1;
        writer.array(detailed ? FIELDS_WITH_DETAILS : fields)
                .text(plu)
                .textOrNothing(gtin)
                .text(description)
                .text(department);
        tax.writeTo(writer);
        price.writeTo(writer);
        writer.integer(origin.ordinal());
        quantity.writeTo(writer);
        // Gross and tax; net is their difference, and the currency is the transaction's.
        writer.integer(gross.minor()).integer(taxAmount.minor());
        if (original != null) original.writeTo(writer);
        else if (detailed) writer.nothing();
        if (detailed) details.writeTo(writer);
    }

    static Line readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_DETAILS,
                there ->
                        new Line(
                                Items.code(reader),
                                reader.textOrNothing(Limits.CODE_MAX),
                                reader.text(Limits.TEXT_MAX),
                                Items.code(reader),
                                TaxCategory.readFrom(reader),
                                UnitPrice.readFrom(reader),
                                PriceOrigin.values()[
                                        reader.integer(0, PriceOrigin.values().length - 1)],
                                Quantity.readFrom(reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                there == FIELDS || reader.takeNothing()
                                        ? null
                                        : OriginalLine.readFrom(reader),
                                there < FIELDS_WITH_DETAILS || reader.takeNothing()
                                        ? LineDetails.NONE
                                        : LineDetails.readFrom(currency, reader)));
    }

    private record Amounts(Money gross, Money tax) {
        Amounts negated() {
            return new Amounts(gross.negated(), tax.negated());
        }
    }

    private Amounts amounts() {
        return new Amounts(gross, taxAmount);
    }

    /** The same article at the same price: no amount is computed again. */
    private Line as(
            Quantity other, Amounts amounts, @Nullable OriginalLine earlier, LineDetails stored) {
        return new Line(
                plu,
                gtin,
                description,
                department,
                tax,
                price,
                origin,
                other,
                amounts.gross(),
                amounts.tax(),
                earlier,
                stored);
    }
}
