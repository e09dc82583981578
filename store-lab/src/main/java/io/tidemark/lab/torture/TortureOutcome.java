package io.tidemark.lab.torture;

import io.tidemark.lab.shop.StoreOutcome;
import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param receipts sales and returns that the sellers were told are recorded
 * @param goods deliveries, counts, waste, transfers and shelf checks, likewise
 * @param postVoids receipts of those that take another one back
 * @param resumed baskets that were suspended and taken up again
 * @param resumedElsewhere those of them that another till had suspended
 * @param unanswered requests without an answer that says anything; each was asked again
 * @param refused customers who were told before they paid that nothing can be recorded
 */
record TortureOutcome(
        TortureSettings settings,
        long receipts,
        long goods,
        long postVoids,
        long resumed,
        long resumedElsewhere,
        long unanswered,
        long refused,
        List<StoreOutcome> stores,
        Tally tally,
        Duration elapsed) {
    TortureOutcome {
        stores = List.copyOf(stores);
    }

    long lost() {
        return stores.stream().mapToLong(StoreOutcome::lost).sum();
    }

    long twice() {
        return stores.stream().mapToLong(StoreOutcome::duplicated).sum();
    }

    List<String> differences() {
        return stores.stream().flatMap(store -> store.differences().stream()).toList();
    }

    boolean isGood() {
        return lost() == 0
                && twice() == 0
                && differences().isEmpty()
                && tally.uncovered().isEmpty();
    }
}
