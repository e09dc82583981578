/**
 * A closed business day, with its supplements, in the formats that others read. {@link
 * io.tidemark.fog.export.ClosedDays} finds what the day's close-downs took in of each journal;
 * {@link io.tidemark.fog.export.Register} shows it workstation by workstation, as often as a format
 * has parts, so that a day of a million lines needs no more memory than one of ten. Amounts are
 * those that entries stored; nothing is computed again that a receipt has said.
 */
@NullMarked
package io.tidemark.fog.export;

import org.jspecify.annotations.NullMarked;
