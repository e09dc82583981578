/**
 * Receipts of the stores, as people at head office look at them. Head office has the close-downs
 * only: it notes which receipt someone wants to see ({@link
 * io.tidemark.cloud.receipts.ReceiptDesk}), the store's gateway asks for such notes and answers,
 * and what comes is believed only as far as the device that made the receipt has signed it ({@link
 * io.tidemark.cloud.receipts.Outcome}). Nothing of it is journalled: what came is kept in memory
 * for a while.
 */
@NullMarked
package io.tidemark.cloud.receipts;

import org.jspecify.annotations.NullMarked;
