/**
 * A bureau de change: currencies bought from and sold to customers for the store's own. Head office
 * says in a {@link io.tidemark.ledger.exchange.RateTable} at which rates and within which bounds; a
 * till makes a {@link io.tidemark.ledger.exchange.Quote} of it and records a {@code
 * CurrencyExchanged}; a close-down takes the day's sums into each currency's {@link
 * io.tidemark.ledger.exchange.Position}, whose cost is an average. Pure.
 */
@NullMarked
package io.tidemark.ledger.exchange;

import org.jspecify.annotations.NullMarked;
