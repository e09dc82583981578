package io.tidemark.cloud.storelogs;

import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.seal.LogLife;
import java.util.List;
import java.util.Optional;

/**
 * How a store's log stands at head office.
 *
 * @param size close-downs and supplements that have come
 * @param head the newest that agreed with them; none before the first
 * @param faults heads that did not, for people
 * @param lives of its gateway after the first, as they took the log over
 */
public record LogStanding(
        String store, long size, Optional<LogHead> head, List<String> faults, List<LogLife> lives) {
    public LogStanding {
        faults = List.copyOf(faults);
        lives = List.copyOf(lives);
    }

    static LogStanding nothing(String store) {
        return new LogStanding(store, 0, Optional.empty(), List.of(), List.of());
    }

    /** Whether what has come is signed up to its end. */
    public boolean isSigned() {
        return head.map(LogHead::size).orElse(0L) == size;
    }
}
