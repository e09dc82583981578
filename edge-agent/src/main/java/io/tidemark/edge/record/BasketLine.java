package io.tidemark.edge.record;

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
 */
public record BasketLine(
        Named article,
        Quantity quantity,
        @Nullable UnitPrice price,
        @Nullable OriginalLine original) {
    /** What the caller says about an article; what is null the catalogue says. */
    public record Named(
            @Nullable String plu,
            @Nullable String gtin,
            @Nullable String description,
            @Nullable String department,
            @Nullable String taxCategory) {}
}
