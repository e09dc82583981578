package io.tidemark.edge.record;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.StockMoved;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which transfers this device has taken in: goods come once, and a number that is scanned again is
 * a mistake. Folded from its journal, and changed by the till's fold only. What another device took
 * in, only the gateway knows, and shows.
 */
final class TransfersTakenIn {
    /**
     * The oldest are forgotten. At 200 bytes each this is 2 MB, and years of a store that gets five
     * transfers a day.
     */
    static final int REMEMBERED_MAX = 10_000;

    private final Map<Transfer, LocalDate> days = new LinkedHashMap<>();

    private record Transfer(String store, String number) {
        static Transfer of(StockMoved moved) {
            return new Transfer(moved.party(), moved.reference());
        }
    }

    void add(EntryHeader header, StockMoved moved) {
        if (moved.kind() != StockMoved.Kind.TRANSFER_IN) return;
        days.put(Transfer.of(moved), header.businessDay());
        if (days.size() > REMEMBERED_MAX) days.remove(days.keySet().iterator().next());
    }

    /** The business day on which the same was taken in, if it was. */
    Optional<LocalDate> before(StockMoved moved) {
        return moved.kind() == StockMoved.Kind.TRANSFER_IN
                ? Optional.ofNullable(days.get(Transfer.of(moved)))
                : Optional.empty();
    }
}
