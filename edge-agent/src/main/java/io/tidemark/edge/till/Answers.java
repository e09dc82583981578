package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.DepartmentJson;
import io.tidemark.node.web.TaxJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a till program is told. */
final class Answers {
    private Answers() {}

    /** Where an entry stands in the till's journal. */
    @Serdeable
    record Position(long sequence, String hash) {}

    /** A sale or a return that is on disk. */
    @Serdeable
    record Sold(Receipt receipt, Position entry) {}

    /** Anything else that is on disk. */
    @Serdeable
    record Recorded(String kind, String businessDay, Position entry) {}

    /** The day is closed. */
    @Serdeable
    record DayClosed(Report z, Position entry) {}

    /**
     * @param id carries device, epoch and six characters of the entry's hash, so that two receipts
     *     of one number can be told apart
     * @param kind SALE or RETURN
     * @param at local time with its offset
     * @param copy whether this is a copy of a receipt given earlier
     */
    @Serdeable
    record Receipt(
            String id,
            long number,
            String kind,
            String store,
            String workstation,
            String device,
            String businessDay,
            String at,
            String operator,
            String commandId,
            boolean copy,
            List<Line> lines,
            List<Tender> tenders,
            Amount total,
            Amount change,
            List<TaxJson> taxes) {}

    /** A line, numbered from 1. */
    @Serdeable
    record Line(
            int number,
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            String quantity,
            String unit,
            String unitPrice,
            boolean priceEntered,
            String taxCategory,
            int taxRatePpm,
            Amount net,
            Amount tax,
            Amount gross) {}

    @Serdeable
    record Tender(String type, Amount amount) {}

    /** A basket as it would be recorded now. */
    @Serdeable
    record Priced(List<Line> lines, Amount total, Amount tax, long masterDataVersion) {}

    /**
     * @param zNumber 0 for a reading that closes nothing (X report)
     */
    @Serdeable
    record Report(
            long zNumber,
            String businessDay,
            long transactions,
            long returns,
            long lines,
            long noSales,
            Amount gross,
            Amount net,
            Amount tax,
            Amount returned,
            List<TaxJson> taxes,
            List<Tender> tenders,
            List<DepartmentJson> departments,
            List<Account> drawer) {}

    /**
     * One tender in one currency over the day; counted and over/short are null where nobody
     * counted.
     */
    @Serdeable
    record Account(
            String type,
            Amount provided,
            Amount sales,
            Amount paidIn,
            Amount paidOut,
            Amount pickedUp,
            Amount expected,
            @Nullable Amount counted,
            @Nullable Amount overShort) {}

    @Serdeable
    record Product(
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            String taxCategory,
            int taxRatePpm,
            String unit,
            String price,
            String currency) {}

    /** A receipt in a list. */
    @Serdeable
    record ReceiptLine(
            long number,
            String id,
            @Nullable String commandId,
            String kind,
            int lines,
            long grossMinor,
            String currency,
            String at,
            String operator) {}

    @Serdeable
    record Currency(String code, int digits) {}

    @Serdeable
    record TaxCategory(String code, String name, int ratePpm) {}

    /**
     * @param recording whether the disk has room for more entries; if not, take no payment
     * @param online whether the gateway has answered on the current connection
     * @param connection in words, for a person
     * @param epoch of the journal that is written now
     * @param quarantined whether the gateway has another history of that journal
     * @param unsent entries that no verified mark covers yet
     * @param marked the last verified mark; null before the first
     * @param notice what a person must know or do now; null if nothing
     * @param projection whether receipts can be listed, in words
     */
    @Serdeable
    record Status(
            String organisation,
            String store,
            String storeName,
            String device,
            int epoch,
            String workstation,
            @Nullable String businessDay,
            boolean dayOpen,
            boolean counted,
            boolean recording,
            int shift,
            String operator,
            Currency currency,
            boolean online,
            String connection,
            boolean quarantined,
            long unsent,
            Position head,
            @Nullable Position marked,
            long lastReceipt,
            long lastZ,
            long masterDataVersion,
            List<TaxCategory> taxCategories,
            String projection,
            String time,
            @Nullable String notice) {}
}
