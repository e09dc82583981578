package io.tidemark.edge.till;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a till program sends. Every command carries an id that it made, and who works at the till.
 */
final class Requests {
    private Requests() {}

    @Serdeable
    record OpenDay(
            String commandId,
            String operator,
            @JsonProperty("float") @Nullable List<Amount> cashFloat) {}

    /**
     * A sale or a return.
     *
     * @param expectedTotal what the customer was told; another total is refused instead of charged
     */
    @Serdeable
    record Retail(
            String commandId,
            String operator,
            List<Line> lines,
            @Nullable List<Tender> tenders,
            @Nullable Amount expectedTotal) {}

    /**
     * An article: by PLU or GTIN, or by description, tax category and price.
     *
     * @param quantity a decimal of up to three places; negative for goods that come back
     * @param unit UN/ECE Rec. 20; the catalogue's unless given
     * @param unitPrice a decimal of up to six places, VAT included; the catalogue's unless given
     * @param original the line that is returned, where the receipt is known
     */
    @Serdeable
    record Line(
            @Nullable String plu,
            @Nullable String gtin,
            @Nullable String description,
            @Nullable String department,
            @Nullable String taxCategory,
            String quantity,
            @Nullable String unit,
            @Nullable String unitPrice,
            @Nullable Original original) {}

    /** A line of an earlier receipt, numbered from 1; {@code day} as yyyy-mm-dd. */
    @Serdeable
    record Original(String store, String workstation, String day, long receipt, int line) {}

    /**
     * @param type capital letters, such as CASH or CARD; only cash gives change
     */
    @Serdeable
    record Tender(String type, Amount amount) {}

    @Serdeable
    record MoveCash(String commandId, String operator, Amount amount, @Nullable String reason) {}

    @Serdeable
    record OpenDrawer(String commandId, String operator, @Nullable String reason) {}

    @Serdeable
    record Count(String commandId, String operator, List<Counted> counted) {}

    @Serdeable
    record Counted(String tender, String currency, long minor) {}

    @Serdeable
    record CloseDay(String commandId, String operator) {}

    /** A basket to be priced and not recorded. */
    @Serdeable
    record Price(List<Line> lines) {}
}
