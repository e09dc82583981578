package io.tidemark.fog.stock;

import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Movement;
import io.tidemark.ledger.stock.StockItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A count, and what had moved of its article on the same business day before it, by the clocks of
 * the devices.
 */
public record CountOfDay(Count count, long movedBefore) {
    /** In the order of their moments. */
    public static List<CountOfDay> of(List<Count> counts, List<Movement> movements) {
        Map<StockItem, List<Movement>> byItem = new HashMap<>();
        for (Movement movement : movements)
            byItem.computeIfAbsent(movement.item(), _ -> new ArrayList<>()).add(movement);
        return counts.stream()
                .sorted(Comparator.comparing(Count::moment))
                .map(count ->
                        new CountOfDay(
                                count, before(count, byItem.getOrDefault(count.item(), List.of()))))
                .toList();
    }

    private static long before(Count count, List<Movement> movements) {
        long moved = 0;
        for (Movement movement : movements)
            if (movement.moment().compareTo(count.moment()) < 0)
                moved = Math.addExact(moved, movement.quantity());
        return moved;
    }
}
