package io.tidemark.fog.export.dsfinvk;

import io.tidemark.ledger.event.OriginalReceipt;

/**
 * Another receipt that this one takes back.
 *
 * @param position of this receipt, from 1; 0 for all of it
 */
record Reference(int position, OriginalReceipt receipt) {}
