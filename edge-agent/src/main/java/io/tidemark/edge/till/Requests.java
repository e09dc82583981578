package io.tidemark.edge.till;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a till program sends. Every command carries an id that it made, and who works at the till;
 * where that is left out, it is who is signed on.
 */
final class Requests {
    private Requests() {}

    @Serdeable
    record OpenDay(
            String commandId,
            @Nullable String operator,
            @JsonProperty("float") @Nullable List<Amount> cashFloat,
            CashRequests.@Nullable Confirmation confirmation) {}

    /**
     * A sale or a return.
     *
     * @param expectedTotal what the customer was told; another total is refused instead of charged
     * @param discounts on the whole basket, one after the other
     * @param voided lines that were taken out of the basket again
     * @param reason why goods come back, or the basket is given up
     * @param basket id of the suspended basket that this was
     * @param unchecked true to take goods back whose receipt cannot be looked at, or a gift card
     *     whose balance nobody can tell
     * @param tip for those who serve; expectedTotal has it in
     * @param ageCheck that the customer is old enough; needed where something is not for anybody
     */
    @Serdeable
    record Retail(
            String commandId,
            @Nullable String operator,
            List<Line> lines,
            @Nullable List<Tender> tenders,
            @Nullable Amount expectedTotal,
            @Nullable List<Discount> discounts,
            @Nullable Voided voided,
            @Nullable String reason,
            @Nullable Approval approval,
            @Nullable String basket,
            @Nullable Boolean unchecked,
            @Nullable Amount tip,
            @Nullable Age ageCheck) {}

    /**
     * Nothing of the customer is told but this.
     *
     * @param how DOCUMENT or APPEARANCE
     */
    @Serdeable
    record Age(int years, String how) {}

    /** A receipt is taken back as a whole. */
    @Serdeable
    record PostVoid(
            String commandId,
            @Nullable String operator,
            @Nullable String reason,
            @Nullable Approval approval) {}

    /**
     * Money off: a percentage or an amount.
     *
     * @param percent a decimal of up to four places, above 0 and at most 100; of what is left after
     *     the discounts before it
     * @param amount what it takes off, above zero also for goods that come back
     */
    @Serdeable
    record Discount(@Nullable String percent, @Nullable Amount amount, @Nullable String reason) {}

    /**
     * Lines that were taken out of the basket again before it was paid.
     *
     * @param amount what they came to, each without its sign: never below zero
     */
    @Serdeable
    record Voided(int lines, Amount amount) {}

    /**
     * A supervisor allows the command.
     *
     * @param reason why; without one, the reason of what is allowed
     */
    @Serdeable
    record Approval(String supervisor, @Nullable String pin, @Nullable String reason) {
        /** Nothing of a PIN belongs in a log. */
        @Override
        public String toString() {
            return "Approval[" + supervisor + "]";
        }
    }

    /**
     * Somebody comes to the till, or unlocks it.
     *
     * @param pin not needed where the master data name no operators
     */
    @Serdeable
    record Person(String commandId, @Nullable String operator, @Nullable String pin) {
        /** Nothing of a PIN belongs in a log. */
        @Override
        public String toString() {
            return "Person[" + operator + "]";
        }
    }

    /** What needs no more than an id. */
    @Serdeable
    record Plain(String commandId, @Nullable String operator) {}

    /**
     * An article: by PLU or GTIN, or by description, tax category and price.
     *
     * @param gtin or the bar code that scales printed for a package, which says how much of it
     *     there is, or for how much: its quantity here is then 1, or -1 where it comes back
     * @param quantity a decimal of up to three places; negative for goods that come back
     * @param unit UN/ECE Rec. 20; the catalogue's unless given
     * @param unitPrice a decimal of up to six places, VAT included unless the terms say otherwise;
     *     the catalogue's unless given
     * @param priceReason why the price is not the catalogue's
     * @param original the line that is returned, where the receipt is known
     * @param giftCard number of the gift card that is sold
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
            @Nullable String priceReason,
            @Nullable Discount discount,
            @Nullable Original original,
            @Nullable String giftCard) {}

    /** A line of an earlier receipt, numbered from 1; {@code day} as yyyy-mm-dd. */
    @Serdeable
    record Original(String store, String workstation, String day, long receipt, int line) {}

    /**
     * @param type CASH, CARD (DEBIT_CARD or CREDIT_CARD where the terminal says which), VOUCHER,
     *     GIFT_CARD, CREDIT_NOTE, CHEQUE, MOBILE, BANK, ACCOUNT, POINTS, DEPOSIT or OTHER; only
     *     cash gives change
     * @param amount in the store's currency, or for cash in one that the master data have a rate of
     * @param giftCard its number, for GIFT_CARD
     */
    @Serdeable
    record Tender(String type, Amount amount, @Nullable String giftCard) {}

    /**
     * @param cost of a float in a foreign currency that is new to the store, such as from the bank:
     *     what it cost, in the store's currency
     */
    @Serdeable
    record MoveCash(
            String commandId,
            @Nullable String operator,
            Amount amount,
            @Nullable String reason,
            @Nullable Approval approval,
            CashRequests.@Nullable Confirmation confirmation,
            @Nullable Amount cost) {}

    @Serdeable
    record OpenDrawer(
            String commandId,
            @Nullable String operator,
            @Nullable String reason,
            @Nullable Approval approval) {}

    /** What the drawer should hold is to be shown before it is counted. */
    @Serdeable
    record XReport(@Nullable Approval approval) {}

    @Serdeable
    record CloseDay(String commandId, @Nullable String operator) {}

    /**
     * A basket to be priced and not recorded.
     *
     * @param tip that is to be in the total
     */
    @Serdeable
    record Price(List<Line> lines, @Nullable List<Discount> discounts, @Nullable Amount tip) {}
}
