/**
 * What a store's goods are worth, at weighted average cost. Each close-down takes the sums of its
 * day (what was sold, and {@link io.tidemark.ledger.event.StockOfDay} of all else) into {@link
 * io.tidemark.ledger.stock.StockStanding}, where the one before left each item; {@link
 * io.tidemark.ledger.stock.StockValuation} does it, item by item, and says what the flows were
 * worth. Pure.
 */
@NullMarked
package io.tidemark.ledger.stock;

import org.jspecify.annotations.NullMarked;
