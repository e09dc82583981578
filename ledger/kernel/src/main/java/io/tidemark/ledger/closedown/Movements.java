package io.tidemark.ledger.closedown;

import io.tidemark.ledger.stock.StockItem;
import java.util.Set;

/**
 * What a device sold and moved in a day, one by one: asked of few items, since only what was
 * counted has to be told apart into before and after.
 */
public interface Movements {
    /** A day of a device that sold and moved nothing. */
    Movements NONE = (_, _) -> {};

    /** Shows those of these items, in any order. */
    void show(Set<StockItem> items, Each each);

    /** Is shown them. */
    interface Each {
        /**
         * @param sequence of the entry in its journal
         * @param millis Unix time, by the device's clock
         * @param thousandths signed as they change the stock
         */
        void moved(StockItem item, long sequence, long millis, long thousandths);
    }
}
