/**
 * A day's receipts as columns of numbers in memory, so that a close-down is added up from them on
 * all cores instead of from bytes. {@link io.tidemark.fog.columns.ColumnsFollower} reads what was
 * forced of the devices' journals shortly after, decodes it once and leaves it in {@link
 * io.tidemark.fog.columns.Columns}, of the store's newest days, packed into as few bytes as the
 * numbers need; {@link io.tidemark.fog.columns.ColumnFold} sums it up when the day is closed, into
 * what the kernel's fold of each journal then takes in at once. Columns are a copy that may be lost
 * at any time: what is not in memory is read from the journal, and what they cannot express
 * (another currency than the store's, a day opened twice, an epoch that goes on from another,
 * entries that another epoch has too) is folded from the journal entry by entry. All of a store's
 * columns together stay within what the hardware profile allows.
 */
@NullMarked
package io.tidemark.fog.columns;

import org.jspecify.annotations.NullMarked;
