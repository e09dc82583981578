package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scanner program sends about goods. */
final class GoodsRequests {
    private GoodsRequests() {}

    /**
     * Goods from a supplier.
     *
     * @param reference number of the delivery note
     */
    @Serdeable
    record Delivery(
            String commandId,
            @Nullable String operator,
            @Nullable String reference,
            @Nullable String supplier,
            List<DeliveredLine> lines) {}

    /**
     * @param description what it is, where the catalogue does not know the code
     * @param quantity a decimal of up to three places, above zero
     * @param unit UN/ECE Rec. 20; the article's unless given, and no other is taken
     * @param unitCost of one unit, a decimal of up to six places; the catalogue's unless given
     */
    @Serdeable
    record DeliveredLine(
            @Nullable String plu,
            @Nullable String gtin,
            @Nullable String description,
            @Nullable String department,
            String quantity,
            @Nullable String unit,
            @Nullable String unitCost) {}

    /**
     * @param description what it is, where the catalogue does not know the code
     * @param quantity a decimal of up to three places; zero only where it was counted
     * @param unit UN/ECE Rec. 20; the article's unless given, and no other is taken
     */
    @Serdeable
    record Line(
            @Nullable String plu,
            @Nullable String gtin,
            @Nullable String description,
            @Nullable String department,
            String quantity,
            @Nullable String unit) {}

    /**
     * Goods thrown away.
     *
     * @param reason why, such as "out of date"
     */
    @Serdeable
    record Waste(
            String commandId,
            @Nullable String operator,
            String reason,
            @Nullable String reference,
            List<Line> lines) {}

    /**
     * Goods to another store.
     *
     * @param store the other one's label
     * @param reference the transfer's number; one is made unless given
     */
    @Serdeable
    record TransferOut(
            String commandId,
            @Nullable String operator,
            String store,
            @Nullable String reference,
            List<Line> lines) {}

    /**
     * Goods from another store.
     *
     * @param store the other one's label
     * @param reference the transfer's number, which came with the goods
     * @param lines with the unit cost that the transfer carries, where its paper says it
     */
    @Serdeable
    record TransferIn(
            String commandId,
            @Nullable String operator,
            String store,
            String reference,
            List<DeliveredLine> lines) {}

    /**
     * A blind count. An article that was counted in several places stands in several lines.
     *
     * @param reference what was counted, such as a shelf
     */
    @Serdeable
    record Count(
            String commandId,
            @Nullable String operator,
            @Nullable String reference,
            List<Line> lines) {}

    /**
     * @param shelf the price that stands there, a decimal of up to six places
     */
    @Serdeable
    record ShelfPrice(
            String commandId,
            @Nullable String operator,
            @Nullable String plu,
            @Nullable String gtin,
            String shelf) {}
}
