package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.DepartmentJson;
import io.tidemark.node.web.ExchangeJson;
import io.tidemark.node.web.KindJson;
import io.tidemark.node.web.LineJson;
import io.tidemark.node.web.ReceiptJson;
import io.tidemark.node.web.TallyJson;
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
     * @param kind SALE, RETURN, POST_VOID or EXCHANGE
     * @param at local time with its offset
     * @param number 0 in training mode
     * @param copy whether this is a copy of a receipt given earlier
     * @param copyNumber which copy was recorded; 0 for the receipt itself, and for a look at it
     * @param training whether nothing was sold
     * @param reason why goods came back, may be empty
     * @param total of an exchange what came into the drawer in the store's currency
     * @param exchange of currencies; null of goods
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
            int copyNumber,
            boolean training,
            int shift,
            List<LineJson> lines,
            List<ReceiptJson.DiscountJson> discounts,
            List<ReceiptJson.ApprovalJson> approvals,
            String reason,
            List<ReceiptJson.PaidJson> tenders,
            Amount total,
            Amount change,
            List<TaxJson> taxes,
            ReceiptJson.@Nullable AgeJson ageCheck,
            ExchangeAnswers.@Nullable Exchanged exchange) {}

    @Serdeable
    record Tender(String type, Amount amount) {}

    /**
     * A basket as it would be recorded now.
     *
     * @param of which line of the request, from 0, each line is or comes with, as a deposit does
     * @param inCash what it comes to if all of it is paid in the store's cash
     * @param minimumAge years that the customer must have; 0 where anybody may buy it
     */
    @Serdeable
    record Priced(
            List<LineJson> lines,
            List<ReceiptJson.DiscountJson> discounts,
            Amount total,
            Amount tax,
            long masterDataVersion,
            List<Integer> of,
            Amount inCash,
            int minimumAge) {}

    /**
     * Somebody came, left, locked or unlocked; on disk.
     *
     * @param kind SIGN_ON, SIGN_OFF, LOCK, UNLOCK, TRAINING_ON or TRAINING_OFF
     * @param operator whose PIN it was, or who is signed on
     */
    @Serdeable
    record Attended(
            String kind,
            String operator,
            String name,
            String role,
            int shift,
            String businessDay,
            Position entry) {}

    /**
     * Who is signed on.
     *
     * @param name as the master data had it, empty where they name no operators
     * @param role CASHIER, SUPERVISOR or MANAGER; likewise
     */
    @Serdeable
    record Present(
            String operator,
            String name,
            String role,
            int shift,
            boolean locked,
            boolean training) {}

    /**
     * @param zNumber 0 for a reading that closes nothing (X report)
     * @param tallies of what was done out of the ordinary
     * @param blind whether tenders and drawer are left out, since the drawer is still to be counted
     *     by somebody who must not know what should be there
     * @param unconfirmed cash that moved, also on earlier days, and that nobody else has confirmed
     * @param kinds what receipts had besides goods
     * @param exchange by foreign currency; left out where the drawer is
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
            List<Account> drawer,
            List<GoodsFlow> stock,
            List<TallyJson> tallies,
            boolean blind,
            List<CashAnswers.Unconfirmed> unconfirmed,
            List<KindJson> kinds,
            List<ExchangeJson> exchange) {}

    /**
     * Goods that went one way in the day, in one unit.
     *
     * @param flow SOLD, RETURNED, DELIVERY, WASTE, TRANSFER_OUT, TRANSFER_IN or COUNTED
     * @param movements lines
     * @param cost of those lines that know theirs
     */
    @Serdeable
    record GoodsFlow(String flow, String unit, long movements, String quantity, Amount cost) {}

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
            Amount dropped,
            Amount exchanged,
            Amount expected,
            @Nullable Amount counted,
            @Nullable Amount overShort) {}

    /**
     * That a receipt stands in this till's journal.
     *
     * @param entry which it is
     * @param signed the entry whose hash the till signed
     * @param code for the QR code: the signed head in Base45 (RFC 9285), after {@code TMH1:}
     * @param proof all of it, in Base64: the entry, what follows it, and the signed head
     */
    @Serdeable
    record Proof(Position entry, Position signed, String code, String proof) {}

    /**
     * A receipt in a list.
     *
     * @param grossMinor of an exchange what came into the drawer in the store's currency
     * @param foreign of an exchange what came into it of the other; null of goods
     */
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
            String operator,
            @Nullable Amount foreign) {}
}
