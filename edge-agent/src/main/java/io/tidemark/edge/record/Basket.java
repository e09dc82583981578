package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles and what is paid for them, as asked for.
 *
 * @param expectedTotal what the customer was told; another total is refused, not charged
 */
public record Basket(
        List<BasketLine> lines,
        List<Tender> tenders,
        @Nullable Money expectedTotal,
        Extras extras) {
    /**
     * What most baskets do not have.
     *
     * @param discounts on the whole basket, one after the other, each on what the one before left
     * @param voided lines that were taken out of it again; its amount is what they came to, each
     *     without its sign, so that a line of goods coming back does not hide one that was sold
     * @param reason why it comes back, or is given up
     * @param suspended id of the parked basket that it was; null where it was none
     * @param unchecked whether goods are taken back whose receipt cannot be looked at, or a gift
     *     card is taken whose balance nobody can tell
     * @param tip for those who serve, above zero; null where there is none
     * @param age that the customer was found to have; null where nobody looked
     */
    public record Extras(
            List<AskedDiscount> discounts,
            @Nullable VoidedLines voided,
            String reason,
            @Nullable String suspended,
            boolean unchecked,
            @Nullable Money tip,
            @Nullable AgeCheck age) {
        public static final Extras NONE = new Extras(List.of(), null, "");

        /** On one basket, besides those on its lines. */
        static final int DISCOUNTS_MAX = 10;

        public Extras {
            discounts = List.copyOf(discounts);
            if (discounts.size() > DISCOUNTS_MAX)
                throw new IllegalArgumentException(
                        "a basket has at most " + DISCOUNTS_MAX + " discounts of its own");
            if (voided != null && voided.amount().isNegative())
                throw new IllegalArgumentException(
                        "voided.amount is "
                                + voided.amount()
                                + ", and is never below zero: add up what the lines came to, without their signs");
            if (reason.length() > Limits.TEXT_MAX)
                throw new IllegalArgumentException(
                        "a reason has at most " + Limits.TEXT_MAX + " characters");
            if (tip != null && tip.minor() <= 0)
                throw new IllegalArgumentException(
                        "a tip is above zero, not " + tip + ": leave it out where there is none");
            if (suspended != null && suspended.length() > Limits.CODE_MAX)
                throw new IllegalArgumentException(
                        "a basket's id has at most " + Limits.CODE_MAX + " characters");
        }

        /** Without a tip, and of goods for anybody. */
        public Extras(
                List<AskedDiscount> discounts,
                @Nullable VoidedLines voided,
                String reason,
                @Nullable String suspended,
                boolean unchecked) {
            this(discounts, voided, reason, suspended, unchecked, null, null);
        }

        /** Of a basket that never waited, and of goods that are taken with their receipt. */
        public Extras(List<AskedDiscount> discounts, @Nullable VoidedLines voided, String reason) {
            this(discounts, voided, reason, null, false);
        }
    }

    public Basket {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        if (lines.isEmpty())
            throw new IllegalArgumentException("the basket is empty: add at least one line");
        if (lines.size() > Limits.LINES_MAX)
            throw new IllegalArgumentException(
                    "a basket has at most "
                            + Limits.LINES_MAX
                            + " lines, not "
                            + lines.size()
                            + ": split it");
        if (tenders.size() > Limits.TENDERS_MAX)
            throw new IllegalArgumentException(
                    "a receipt has at most "
                            + Limits.TENDERS_MAX
                            + " tenders, not "
                            + tenders.size());
    }

    /** The same, paid so. */
    Basket paidWith(List<Tender> others) {
        return new Basket(lines, others, expectedTotal, extras);
    }

    /** Without anything out of the ordinary. */
    public Basket(List<BasketLine> lines, List<Tender> tenders, @Nullable Money expectedTotal) {
        this(lines, tenders, expectedTotal, Extras.NONE);
    }
}
