/**
 * The close-down: a pure fold of a day's entries. The same entries, history, rules and master-data
 * version give the same bytes on any machine.
 *
 * <p>A {@link io.tidemark.ledger.closedown.DeviceDayFold} takes in one device's entries of the day,
 * in order; {@link io.tidemark.ledger.closedown.CloseDown} puts the devices together, after a
 * {@link io.tidemark.ledger.closedown.StoreHistory} of what the store closed before.
 */
@NullMarked
package io.tidemark.ledger.closedown;

import org.jspecify.annotations.NullMarked;
