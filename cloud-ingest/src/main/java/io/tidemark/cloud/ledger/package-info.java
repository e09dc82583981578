/**
 * Head office's ledger in SQL: every store's journal turned into rows, and the questions people ask
 * of them. {@link io.tidemark.cloud.ledger.HeadOfficeSchema} files each close-down once per store,
 * day and supplement; a second one is kept in the journal, is not posted, and raises an alert.
 * {@link io.tidemark.cloud.ledger.H2Ledger} answers. The rows are a function of the journals:
 * delete the file, and the same rows come back.
 *
 * <p>A day is <em>missing</em> for a store of the roster that has filed no Z for it, if any store
 * has filed one for that day, or if this store has filed one for an earlier and one for a later
 * day. Head office has no calendar of opening days; a day on which a store was shut between two on
 * which it was open counts as missing, and says so.
 */
@NullMarked
package io.tidemark.cloud.ledger;

import org.jspecify.annotations.NullMarked;
