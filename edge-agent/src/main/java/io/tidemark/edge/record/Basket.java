package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles and what is paid for them, as asked for.
 *
 * @param expectedTotal what the customer was told; another total is refused, not charged
 */
public record Basket(List<BasketLine> lines, List<Tender> tenders, @Nullable Money expectedTotal) {
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
}
