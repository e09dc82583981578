package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What most transactions do not have.
 *
 * @param discounts in the order in which lines name them
 * @param approvals that a supervisor gave for it
 * @param voided lines taken out of the basket before it was paid, null where none was
 * @param basket id of the suspended basket that this was, null where it was none
 * @param reason what the operator gave for a return or a post-void, may be empty
 * @param age that the customer was found to have; null where nothing asked for one
 */
public record TransactionDetails(
        List<Discount> discounts,
        List<Approval> approvals,
        @Nullable VoidedLines voided,
        @Nullable String basket,
        String reason,
        @Nullable AgeCheck age) {
    /** Of a transaction that has none of it. */
    public static final TransactionDetails NONE =
            new TransactionDetails(List.of(), List.of(), null, null, "");

    private static final int FIELDS = 5;

    /** Added later, and left out where nothing asked for an age. */
    private static final int FIELDS_WITH_AGE = 6;

    /** Of goods for anybody. */
    public TransactionDetails(
            List<Discount> discounts,
            List<Approval> approvals,
            @Nullable VoidedLines voided,
            @Nullable String basket,
            String reason) {
        this(discounts, approvals, voided, basket, reason, null);
    }

    /**
     * Lines that were taken out again before anybody paid.
     *
     * @param amount of them all
     */
    public record VoidedLines(int lines, Money amount) {
        public VoidedLines {
            if (lines < 1) throw new IllegalArgumentException("at least one line was voided");
            Items.atMost(lines, Limits.LINES_MAX, "voided lines");
            amount.requireSummable("what was voided");
        }
    }

    public TransactionDetails {
        discounts = List.copyOf(discounts);
        approvals = Approval.few(approvals);
        Items.atMost(discounts.size(), LineDetails.DISCOUNTS_MAX, "discounts");
        if (basket != null) Items.within(basket, Limits.CODE_MAX, "a basket's id");
        Items.within(reason, Limits.TEXT_MAX, "a reason");
    }

    /** Amounts are written without their currency, which is the transaction's. */
    TransactionDetails in(CurrencyCode currency) {
        if (voided != null) requireIn(currency, voided.amount(), "what was voided");
        for (Discount discount : discounts) requireIn(currency, discount.amount(), "a discount");
        return this;
    }

    private static void requireIn(CurrencyCode currency, Money amount, String what) {
        if (!amount.currency().equals(currency))
            throw new IllegalArgumentException(
                    what + " is " + amount + " where all else is in " + currency);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    void writeTo(CborWriter writer) {
        writer.array(age == null ? FIELDS : FIELDS_WITH_AGE).list(discounts, Discount::writeTo);
        Approval.writeAll(approvals, writer);
        if (voided == null) writer.nothing();
        else writer.array(2).integer(voided.lines()).integer(voided.amount().minor());
        writer.textOrNothing(basket).text(reason);
        if (age != null) age.writeTo(writer);
    }

    static TransactionDetails readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_AGE,
                there ->
                        new TransactionDetails(
                                reader.list(
                                        LineDetails.DISCOUNTS_MAX,
                                        () -> Discount.readFrom(currency, reader)),
                                Approval.readAll(reader),
                                reader.takeNothing() ? null : voided(currency, reader),
                                reader.textOrNothing(Limits.CODE_MAX),
                                reader.text(Limits.TEXT_MAX),
                                there > FIELDS ? AgeCheck.readFrom(reader) : null));
    }

    private static VoidedLines voided(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new VoidedLines(
                                reader.integer(1, Limits.LINES_MAX),
                                Items.minor(currency, reader)));
    }
}
