package io.tidemark.fog.columns;

import io.tidemark.ledger.closedown.AddedUp;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Adds up the columns of a day: as many threads as there are cores, each taking the next device
 * when it is done with one.
 */
final class ColumnFold {
    private final CurrencyCode currency;
    private final StoreSums.Sizes sizes;

    ColumnFold(CurrencyCode currency, DayNames names) {
        this.currency = currency;
        this.sizes = StoreSums.Sizes.of(names);
    }

    /** What each device's came to, in the same order; the store's details are the first one's. */
    List<AddedUp> of(List<DayColumns> devices) {
        Totals[] totals = new Totals[devices.size()];
        List<StoreSums> parts = parts(devices, totals);
        if (parts.isEmpty()) return List.of();
        StoreSums all = parts.getFirst();
        parts.subList(1, parts.size()).forEach(all::add);
        AddedUp.Details none = AddedUp.Details.none(currency);
        List<AddedUp> added = new ArrayList<>(totals.length);
        for (int i = 0; i < totals.length; i++)
            added.add(
                    new AddedUp(
                            devices.get(i).chained(),
                            totals[i],
                            i == 0 ? all.details() : none,
                            devices.get(i).tables.movements(sizes.products())));
        return added;
    }

    private List<StoreSums> parts(List<DayColumns> devices, Totals[] totals) {
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(devices.size(), Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(_ -> {
                    StoreSums sums = new StoreSums(currency, sizes);
                    for (int i = next.getAndIncrement();
                            i < totals.length;
                            i = next.getAndIncrement()) totals[i] = sums.add(devices.get(i).tables);
                    return sums;
                })
                .toList();
    }
}
