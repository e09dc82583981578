package io.tidemark.lab.demo;

import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.shop.StoreOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What the whole demo came to.
 *
 * @param recorded commands that the driver was told are recorded
 * @param acknowledged those of them that a gateway's mark covers
 */
record Outcome(
        LocalDate day,
        MinorUnits money,
        List<StoreOutcome> stores,
        long recorded,
        long acknowledged,
        List<Fault> faults,
        Duration elapsed) {
    Outcome {
        stores = List.copyOf(stores);
        faults = List.copyOf(faults);
    }

    long lost() {
        return stores.stream().mapToLong(StoreOutcome::lost).sum();
    }

    long duplicated() {
        return stores.stream().mapToLong(StoreOutcome::duplicated).sum();
    }

    boolean agrees() {
        return acknowledged == recorded && stores.stream().allMatch(StoreOutcome::agrees);
    }
}
