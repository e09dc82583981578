package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one article that came, went or were counted, as told.
 *
 * @param article by which it is found, or what it is where the catalogue does not know it
 * @param quantity in the unit, of up to three places
 * @param unit null for the article's own
 * @param unitCost of one unit, as the delivery's paper says; null for the catalogue's
 */
public record GoodsLine(
        BasketLine.Named article,
        BigDecimal quantity,
        @Nullable Unit unit,
        @Nullable UnitPrice unitCost) {
    static List<GoodsLine> checked(List<GoodsLine> lines) {
        if (lines.isEmpty())
            throw new IllegalArgumentException("there are no lines: scan at least one article");
        if (lines.size() > Limits.LINES_MAX)
            throw new IllegalArgumentException(
                    "at most "
                            + Limits.LINES_MAX
                            + " lines go together, not "
                            + lines.size()
                            + ": record them in parts");
        return List.copyOf(lines);
    }
}
