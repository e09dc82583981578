/**
 * The store's day as tables: receipts, lines, tenders, takings by the hour. A projection of the
 * journals the gateway keeps; {@link io.tidemark.fog.ledger.GatewaySchema} posts each entry, {@link
 * io.tidemark.fog.ledger.GatewayLedger} answers questions. It follows and never decides: what a
 * close-down says is folded from the journals.
 */
@NullMarked
package io.tidemark.fog.ledger;

import org.jspecify.annotations.NullMarked;
