package io.tidemark.ledger.event;

import java.time.LocalDate;

/**
 * Figures of the close-down that comes next in the store's journal, in entries of their own: a year
 * of them would not fit into memory otherwise. Without that close-down they say nothing: a power
 * cut may have come in between.
 */
public sealed interface StoreDayFigures extends Event
        permits StoreDayProducts, StoreDayStock, StoreTransfer {
    LocalDate day();

    /** 0 for the Z itself, then 1, 2, … */
    int supplement();
}
