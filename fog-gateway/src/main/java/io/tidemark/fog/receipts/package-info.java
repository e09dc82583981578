/**
 * Shows head office a receipt of a device's journal, with its proof. Head office cannot reach into
 * a store, so the gateway asks it for questions ({@link io.tidemark.fog.receipts.ReceiptDesk}), on
 * the same connection on which it forwards, after all that is to be forwarded; what it answers
 * ({@link io.tidemark.fog.receipts.ReceiptLookup}) comes from the journals as they were received.
 */
@NullMarked
package io.tidemark.fog.receipts;

import org.jspecify.annotations.NullMarked;
