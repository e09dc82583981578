package io.tidemark.lab.shop;

import io.tidemark.lab.retail.SourceTotals;
import java.util.ArrayList;
import java.util.List;

/**
 * What one store came to at every tier.
 *
 * @param lost told, but missing or altered somewhere
 * @param duplicated found twice somewhere, or never told
 * @param differences what does not agree, in words; empty if all does
 */
public record StoreOutcome(
        String store,
        SourceTotals source,
        Figures edge,
        Figures gateway,
        ClosedDay closeDown,
        ClosedDay headOffice,
        long lost,
        long duplicated,
        List<String> differences) {
    public StoreOutcome {
        differences = List.copyOf(differences);
    }

    /** With what else does not agree. */
    public StoreOutcome and(List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addAll(differences);
        return new StoreOutcome(
                store, source, edge, gateway, closeDown, headOffice, lost, duplicated, all);
    }

    public boolean agrees() {
        return differences.isEmpty() && lost == 0 && duplicated == 0;
    }
}
