package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PriceOrigin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a receipt or basket as JSON, the same at every tier; numbered from 1.
 *
 * @param unit by its UN/ECE code
 * @param priceEntered whether somebody typed it
 * @param listedPrice the catalogue's, where another was entered in its place; else null
 * @param taxRatePpm parts per million
 * @param undiscounted quantity × price
 * @param discounts its shares of them
 * @param gross what is left of it, tax included
 * @param original what it takes back; null of goods sold, and of goods without a receipt
 * @param kind GOODS, DEPOSIT, GIFT_CARD, TIP or ROUNDING
 * @param giftCard number of the one that is sold; null where none is
 * @param taxExcluded whether the unit price is without VAT
 * @param label the bar code that scales printed for this package; null where there was none
 */
@Serdeable
public record LineJson(
        int number,
        String plu,
        @Nullable String gtin,
        String description,
        String department,
        String quantity,
        String unit,
        String unitPrice,
        boolean priceEntered,
        @Nullable String listedPrice,
        String priceReason,
        String taxCategory,
        int taxRatePpm,
        Amount undiscounted,
        List<ShareJson> discounts,
        Amount net,
        Amount tax,
        Amount gross,
        @Nullable OriginalJson original,
        String kind,
        @Nullable String giftCard,
        boolean taxExcluded,
        @Nullable String label) {
    /**
     * @param discounts all that the lines have shares of
     */
    public static List<LineJson> of(List<Line> lines, List<Discount> discounts) {
        List<LineJson> told = new ArrayList<>(lines.size());
        for (Line line : lines) told.add(of(told.size() + 1, line, discounts));
        return told;
    }

    private static LineJson of(int number, Line line, List<Discount> discounts) {
        LineDetails.PriceOverride override = line.details().override();
        return new LineJson(
                number,
                line.plu(),
                line.gtin(),
                line.description(),
                line.department(),
                line.quantity().value().toPlainString(),
                line.quantity().unit().code(),
                line.price().toString(),
                line.origin() == PriceOrigin.ENTERED,
                override == null ? null : override.listed().toString(),
                override == null ? "" : override.reason(),
                line.tax().code(),
                line.tax().rate().ppm(),
                Amount.of(line.undiscounted()),
                line.details().shares().stream()
                        .map(share -> ShareJson.of(share, discounts))
                        .toList(),
                Amount.of(line.net()),
                Amount.of(line.taxAmount()),
                Amount.of(line.gross()),
                OriginalJson.of(line.original()),
                line.details().kind().name(),
                line.details().card(),
                line.details().taxExcluded(),
                line.details().label());
    }

    /**
     * @param discount its number among the receipt's, from 1
     * @param reason that discount's
     * @param amount what it took off the line; negative where goods come back
     */
    @Serdeable
    public record ShareJson(int discount, String reason, Amount amount) {
        static ShareJson of(LineDetails.DiscountShare share, List<Discount> discounts) {
            return new ShareJson(
                    share.discount() + 1,
                    discounts.get(share.discount()).reason(),
                    Amount.of(share.amount()));
        }
    }

    /**
     * @param checked whether it was held against that receipt
     */
    @Serdeable
    public record OriginalJson(
            String store, String workstation, String day, long receipt, int line, boolean checked) {
        static @Nullable OriginalJson of(@Nullable OriginalLine line) {
            return line == null
                    ? null
                    : new OriginalJson(
                            line.store(),
                            line.workstation(),
                            line.day().toString(),
                            line.receipt(),
                            line.line(),
                            line.checked());
        }
    }
}
