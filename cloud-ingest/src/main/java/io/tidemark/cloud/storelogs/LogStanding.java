package io.tidemark.cloud.storelogs;

import io.tidemark.ledger.LogHead;
import java.util.List;
import java.util.Optional;

/**
 * How a store's log stands at head office.
 *
 * @param size close-downs and supplements that have come
 * @param head the newest that agreed with them; none before the first
 * @param faults heads that did not, for people
 */
public record LogStanding(String store, long size, Optional<LogHead> head, List<String> faults) {
    public LogStanding {
        faults = List.copyOf(faults);
    }

    static LogStanding nothing(String store) {
        return new LogStanding(store, 0, Optional.empty(), List.of());
    }

    /** Whether what has come is signed up to its end. */
    public boolean isSigned() {
        return head.map(LogHead::size).orElse(0L) == size;
    }
}
