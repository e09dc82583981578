package io.tidemark.edge.record;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The baskets that wait at this till, and those it has taken up and not finished. Folded from its
 * journal, over days and restarts. Changed by the till's fold only.
 *
 * <pre>
 * event                               parked here      taken up here
 * suspended                           +                – the one it had been before
 * resumed                             –                +
 * paid, voided, as this basket                         –
 * </pre>
 */
final class ParkedBaskets {
    /** Of both together. Who has so many must finish some before another is parked. */
    static final int HELD_MAX = 200;

    private final Map<String, Parked> parked = new LinkedHashMap<>();
    private final Map<String, String> takenUp = new LinkedHashMap<>();
    private List<Parked> shown = List.of();

    /** A basket that waits, and where its lines are recorded. */
    record Parked(
            String basket,
            JournalId journal,
            long sequence,
            LocalDate day,
            OffsetDateTime at,
            String operator,
            int lines,
            Money total) {}

    void suspended(JournalId journal, long sequence, EntryHeader header, BasketSuspended basket) {
        parked.put(
                basket.id(),
                new Parked(
                        basket.id(),
                        journal,
                        sequence,
                        header.businessDay(),
                        header.at(),
                        header.operator(),
                        basket.lines().size(),
                        basket.total()));
        finished(basket.details());
        shown = List.copyOf(parked.values());
    }

    void resumed(BasketResumed basket) {
        parked.remove(basket.id());
        takenUp.put(basket.id(), basket.workstation());
        shown = List.copyOf(parked.values());
    }

    void finished(TransactionDetails details) {
        if (details.basket() != null) takenUp.remove(details.basket());
    }

    Optional<Parked> parked(String basket) {
        return Optional.ofNullable(parked.get(basket));
    }

    /** Where a basket that this till has taken up had been suspended. */
    Optional<String> takenUp(String basket) {
        @Nullable String from = takenUp.get(basket);
        return Optional.ofNullable(from);
    }

    List<Parked> all() {
        return shown;
    }

    boolean isFull() {
        return parked.size() + takenUp.size() >= HELD_MAX;
    }
}
