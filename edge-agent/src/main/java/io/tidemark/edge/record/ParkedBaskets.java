package io.tidemark.edge.record;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.TransactionDetails;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The baskets that wait at this till, and those it has taken up and not finished. Folded from its
 * journal, over days and restarts. Changed by the till's fold only.
 *
 * <pre>
 * event                               parked here      taken up here
 * suspended                           +                – the one it had been before
 * resumed                             –                +
 * paid, voided, as this basket                         –, and is not taken up here again
 * its day's receipts were pruned                       –
 * </pre>
 *
 * <p>That another till took one of these up, or that nobody came back for it, no entry here says:
 * so those of earlier days make room, the oldest first. The gateway still gives them.
 */
final class ParkedBaskets {
    /** Of both together. Who has so many of one day must finish some before another is parked. */
    static final int HELD_MAX = 200;

    /** Of those that were taken up here; the oldest are forgotten. */
    static final int FINISHED_MAX = 2_000;

    private final Map<String, Parked> parked = new LinkedHashMap<>();
    private final Map<String, TakenUp> takenUp = new LinkedHashMap<>();
    private final Set<String> finished = new LinkedHashSet<>();
    private List<Parked> allParked = List.of();
    private List<TakenUp> allTakenUp = List.of();

    void suspended(JournalId journal, long sequence, EntryHeader header, BasketSuspended basket) {
        makeRoom(header.businessDay());
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
        changed();
    }

    void resumed(EntryHeader header, BasketResumed basket) {
        @Nullable Parked from = parked.remove(basket.id());
        makeRoom(header.businessDay());
        takenUp.put(
                basket.id(),
                new TakenUp(basket.id(), basket.workstation(), header.businessDay(), from));
        changed();
    }

    void finished(TransactionDetails details) {
        @Nullable String basket = details.basket();
        if (basket == null || takenUp.remove(basket) == null) return;
        finished(basket);
        changed();
    }

    private void finished(String basket) {
        finished.add(basket);
        if (finished.size() > FINISHED_MAX) finished.remove(finished.iterator().next());
    }

    /**
     * A receipt of this day has only its header left, so nobody can say which basket it was: none
     * that was taken up by then is to be paid again.
     */
    void pruned(LocalDate day) {
        List<String> gone =
                takenUp.values().stream()
                        .filter(taken -> !taken.day().isAfter(day))
                        .map(TakenUp::basket)
                        .toList();
        gone.forEach(basket -> {
            takenUp.remove(basket);
            finished(basket);
        });
        if (!gone.isEmpty()) changed();
    }

    private void makeRoom(LocalDate today) {
        if (parked.size() + takenUp.size() < HELD_MAX) return;
        oldest(today)
                .ifPresent(id -> {
                    parked.remove(id);
                    takenUp.remove(id);
                });
    }

    /** Of those of earlier days; nothing that came today makes room. */
    private Optional<String> oldest(LocalDate today) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        parked.values().stream().limit(1).forEach(one -> days.put(one.basket(), one.day()));
        takenUp.values().stream().limit(1).forEach(one -> days.put(one.basket(), one.day()));
        return days.entrySet().stream()
                .filter(one -> one.getValue().isBefore(today))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** Others read these while the next entry changes the maps. */
    private void changed() {
        allParked = List.copyOf(parked.values());
        allTakenUp = List.copyOf(takenUp.values());
    }

    Optional<Parked> parked(String basket) {
        return Optional.ofNullable(parked.get(basket));
    }

    boolean isTakenUp(String basket) {
        return takenUp.containsKey(basket);
    }

    List<Parked> allParked() {
        return allParked;
    }

    List<TakenUp> allTakenUp() {
        return allTakenUp;
    }

    /** Paid, voided, suspended once more or pruned, after it was taken up here. */
    boolean isFinished(String basket) {
        return finished.contains(basket);
    }

    boolean isFull(LocalDate today) {
        return parked.size() + takenUp.size() >= HELD_MAX && oldest(today).isEmpty();
    }
}
