/**
 * How a receipt is shown to someone who has only the store's close-downs, and proven. Head office
 * asks ({@link io.tidemark.ledger.proof.ReceiptQuestion}) which receipts a device's journal has
 * within what a close-down took in, and then for one of them; the store's gateway answers ({@link
 * io.tidemark.ledger.proof.ReceiptReply}). The receipts' list is held against the digest in the
 * close-down, a receipt against what its device signed ({@link
 * io.tidemark.ledger.proof.ReceiptProof}): the gateway need not be believed.
 */
@NullMarked
package io.tidemark.ledger.proof;

import org.jspecify.annotations.NullMarked;
