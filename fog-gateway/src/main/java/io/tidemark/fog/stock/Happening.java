package io.tidemark.fog.stock;

import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Moment;
import io.tidemark.fog.ledger.StockTables.Movement;
import java.util.OptionalLong;

/** What became of an article's stock: some of it moved, or somebody counted it. */
public sealed interface Happening {
    Moment moment();

    record Moved(Movement movement) implements Happening {
        @Override
        public Moment moment() {
            return movement.moment();
        }
    }

    /**
     * @param variance what was found beyond what should be there, in thousandths; known of the last
     *     count, since only that is kept beside what the movements say
     */
    record Counted(Count count, OptionalLong variance) implements Happening {
        @Override
        public Moment moment() {
            return count.moment();
        }
    }
}
