package io.tidemark.cloud.ledger;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.money.Money;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One close-down in the books.
 *
 * @param supplement 0 for the store Z itself
 * @param complete false if a device's day was not over
 * @param drawers those that were counted, each with what is over or short in it: counted less all
 *     that should have been there by then, also of the day's earlier close-downs, and less what an
 *     earlier count of the day said already
 */
public record FiledCloseDown(
        int supplement,
        long zNumber,
        Source source,
        OffsetDateTime closedAt,
        String operator,
        boolean complete,
        int rulesVersion,
        long masterDataVersion,
        Sums sums,
        GrandTotals grand,
        Map<Drawer, Money> drawers) {
    public FiledCloseDown {
        drawers = Map.copyOf(drawers);
    }

    /** Per currency, ordered by its code; empty where nothing was counted. */
    public List<Money> overShort() {
        Map<String, Money> sums = new TreeMap<>();
        drawers.values().forEach(each -> sums.merge(each.currency().code(), each, Money::plus));
        return List.copyOf(sums.values());
    }

    /** The entry of the store's journal that says so. */
    public record Source(int epoch, long sequence, Hash hash) {}
}
