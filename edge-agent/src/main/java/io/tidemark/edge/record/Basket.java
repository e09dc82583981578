package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
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
     * @param voided lines that were taken out of it again
     * @param reason why it comes back, or is given up
     */
    public record Extras(
            List<AskedDiscount> discounts, @Nullable VoidedLines voided, String reason) {
        public static final Extras NONE = new Extras(List.of(), null, "");

        /** On one basket, besides those on its lines. */
        static final int DISCOUNTS_MAX = 10;

        public Extras {
            discounts = List.copyOf(discounts);
            if (discounts.size() > DISCOUNTS_MAX)
                throw new IllegalArgumentException(
                        "a basket has at most " + DISCOUNTS_MAX + " discounts of its own");
            if (reason.length() > Limits.TEXT_MAX)
                throw new IllegalArgumentException(
                        "a reason has at most " + Limits.TEXT_MAX + " characters");
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

    /** Without anything out of the ordinary. */
    public Basket(List<BasketLine> lines, List<Tender> tenders, @Nullable Money expectedTotal) {
        this(lines, tenders, expectedTotal, Extras.NONE);
    }
}
