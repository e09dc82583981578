package io.tidemark.fog.stock;

import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.ledger.stock.StockItem;
import java.util.Optional;

/**
 * What is on hand of an article. Quantities are thousandths of its unit.
 *
 * @param quantity negative if more left than is known to have come
 */
public record OnHand(StockItem item, long quantity, Optional<Settled> counted) {
    /**
     * A count, beside what the movements before it say.
     *
     * @param expected from the count before, or from all movements if there was none
     */
    public record Settled(Count count, long expected) {
        /** What was found beyond what should be there; negative what is missing. */
        public long variance() {
            return Math.subtractExact(count.quantity(), expected);
        }
    }

    public boolean isNegative() {
        return quantity < 0;
    }
}
