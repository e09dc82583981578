package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * One article of a transaction. Its amounts are stored, never computed again: gross includes the
 * tax, and net is gross − tax.
 *
 * @param plu the shop's own article code
 * @param gtin the GS1 article number, where there is one
 * @param quantity negative for goods that come back, and so are then gross and tax
 * @param gross quantity × price, rounded once, HALF_UP
 * @param original the line that is returned, where the receipt is known
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
        @Nullable OriginalLine original) {
    private static final int FIELDS = 14;

    public Line {
        if (plu.isBlank()) throw new IllegalArgumentException("a line needs an article code");
        Items.within(plu, Limits.CODE_MAX, "an article code");
        if (gtin != null) Items.within(gtin, Limits.CODE_MAX, "a GTIN");
        Items.within(description, Limits.TEXT_MAX, "a description");
        Items.within(department, Limits.CODE_MAX, "a department");
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
                null);
    }

    /** The same line, returned from that earlier one. */
    public Line returning(OriginalLine earlier) {
        return new Line(
                plu,
                gtin,
                description,
                department,
                tax,
                price,
                origin,
                quantity,
                gross,
                taxAmount,
                earlier);
    }

    public Money net() {
        return gross.minus(taxAmount);
    }

    void writeTo(CborWriter writer) {
        writer.array(original == null ? FIELDS : FIELDS + 1)
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
    }

    static Line readFrom(CurrencyCode currency, CborReader reader) {
        int items = reader.arrayOfAtLeast(FIELDS);
        Line line =
                new Line(
                        Items.code(reader),
                        reader.textOrNothing(Limits.CODE_MAX),
                        reader.text(Limits.TEXT_MAX),
                        Items.code(reader),
                        TaxCategory.readFrom(reader),
                        UnitPrice.readFrom(reader),
                        PriceOrigin.values()[reader.integer(0, PriceOrigin.values().length - 1)],
                        Quantity.readFrom(reader),
                        Items.minor(currency, reader),
                        Items.minor(currency, reader),
                        null);
        if (items == FIELDS) return line;
        if (!reader.takeNothing()) line = line.returning(OriginalLine.readFrom(reader));
        for (int i = FIELDS + 1; i < items; i++) reader.skip();
        return line;
    }
}
