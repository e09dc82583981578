package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * One article as asked for.
 *
 * @param article by which it is found, or what it is where it has no code
 * @param price entered at the till; null for the catalogue's
 * @param original the line that is returned, where the receipt is known
 * @param discount on this line alone
 * @param priceReason why the price is not the catalogue's, may be empty
 * @param card number of the gift card that is sold; null where it is none
 */
public record BasketLine(
        Named article,
        Quantity quantity,
        @Nullable UnitPrice price,
        @Nullable OriginalLine original,
        @Nullable AskedDiscount discount,
        String priceReason,
        @Nullable String card) {
    /** What the caller says about an article; what is null the catalogue says. */
    public record Named(
            @Nullable String plu,
            @Nullable String gtin,
            @Nullable String description,
            @Nullable String department,
            @Nullable String taxCategory) {}

    public BasketLine {
        if (priceReason.length() > Limits.TEXT_MAX)
            throw new IllegalArgumentException(
                    "a price's reason has at most " + Limits.TEXT_MAX + " characters");
        if (card != null) CardUse.requireNumber(card);
    }

    /** Of no gift card. */
    public BasketLine(
            Named article,
            Quantity quantity,
            @Nullable UnitPrice price,
            @Nullable OriginalLine original,
            @Nullable AskedDiscount discount,
            String priceReason) {
        this(article, quantity, price, original, discount, priceReason, null);
    }

    /** Without a discount or a reason. */
    public BasketLine(
            Named article,
            Quantity quantity,
            @Nullable UnitPrice price,
            @Nullable OriginalLine original) {
        this(article, quantity, price, original, null, "");
    }
}
