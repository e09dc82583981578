/**
 * DSFinV-K 2.4, the German tax administration's interface of cash registers: every receipt with its
 * positions and payments, and the totals of every closing, as CSV files that {@code index.xml}
 * describes. A closing is a workstation's till Z. Only {@code Beleg} counts in its totals, and in
 * each of these what was turned over equals what was paid.
 */
@NullMarked
package io.tidemark.fog.export.dsfinvk;

import org.jspecify.annotations.NullMarked;
