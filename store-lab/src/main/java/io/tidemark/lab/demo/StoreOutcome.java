package io.tidemark.lab.demo;

import io.tidemark.lab.retail.SourceTotals;
import java.util.List;

/**
 * What one store came to at every tier.
 *
 * @param lost told, but missing or altered somewhere
 * @param duplicated found twice somewhere, or never told
 * @param differences what does not agree, in words; empty if all does
 */
record StoreOutcome(
        String store,
        SourceTotals source,
        Figures edge,
        Figures gateway,
        ClosedDay closeDown,
        ClosedDay headOffice,
        long lost,
        long duplicated,
        List<String> differences) {
    StoreOutcome {
        differences = List.copyOf(differences);
    }

    boolean agrees() {
        return differences.isEmpty() && lost == 0 && duplicated == 0;
    }
}
