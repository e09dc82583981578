package io.tidemark.fog.store;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayClosed;
import java.util.ArrayList;
import java.util.List;

/** Finds the close-downs that count in a store's journal, entry by entry. */
public final class Closings {
    private final List<Closing> all = new ArrayList<>();
    private long figuresFrom;

    /**
     * A close-down as it stands in the journal.
     *
     * @param first the first entry of what belongs to it: its articles' figures stand before it
     * @param sequence its own
     */
    public record Closing(long first, long sequence, StoreDayClosed closed) {}

    void entry(long sequence, EntryHeader header, StoreState before, StoreState after) {
        boolean isFigures = isFigures(header.type());
        if (isFigures && figuresFrom == 0) figuresFrom = sequence;
        List<StoreDayClosed> closed = after.history().closed();
        if (closed.size() > before.history().closed().size())
            all.add(
                    new Closing(
                            figuresFrom == 0 ? sequence : figuresFrom, sequence, closed.getLast()));
        if (!isFigures) figuresFrom = 0;
    }

    private static boolean isFigures(int type) {
        return type == EventType.STORE_DAY_PRODUCTS.code()
                || type == EventType.STORE_DAY_STOCK.code()
                || type == EventType.STORE_TRANSFER.code();
    }

    List<Closing> all() {
        return List.copyOf(all);
    }
}
