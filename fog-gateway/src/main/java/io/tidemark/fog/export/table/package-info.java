/**
 * Tables of the day for spreadsheets: receipts, lines, tenders, cash movements and the totals of
 * the close-downs, as CSV (RFC 4180) in one ZIP file. What people wrote is never a formula there.
 */
@NullMarked
package io.tidemark.fog.export.table;

import org.jspecify.annotations.NullMarked;
