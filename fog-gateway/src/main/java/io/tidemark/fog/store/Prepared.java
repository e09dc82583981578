package io.tidemark.fog.store;

import io.tidemark.ledger.stock.StockStanding;
import java.util.List;

/** A close-down's entries as they would be written, before any of them is. */
public sealed interface Prepared {
    /**
     * @param before its authority, if there is one, and its articles' figures, in their order
     * @param left where it leaves the store's goods
     */
    record Ready(List<Made> before, Made closed, StockStanding left) implements Prepared {
        public Ready {
            before = List.copyOf(before);
        }

        /** That the journal grows by, but for frames and the log's head. */
        public long bytes() {
            return before.stream().mapToLong(Made::size).sum() + closed.size();
        }
    }

    /**
     * One of them is larger than an entry may be.
     *
     * @param why for a person
     */
    record TooLarge(String why) implements Prepared {}
}
