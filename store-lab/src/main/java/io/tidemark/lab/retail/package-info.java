/**
 * Real trading days from a CSV file, turned into what a shop's tills are asked to record, and into
 * the totals every tier is held against.
 *
 * <p>A {@link io.tidemark.lab.retail.RetailFile} gives rows as text. {@link
 * io.tidemark.lab.retail.TradingDay} keeps the rows of one day, judges each ({@link
 * io.tidemark.lab.retail.Row}) and gathers them into invoices; {@link
 * io.tidemark.lab.retail.Dealing} deals the invoices to stores and tills. The data know no tills,
 * cashiers, tenders or VAT keys: {@link io.tidemark.lab.retail.HouseRule} assigns these by a fixed
 * rule. The sums here are plain decimal arithmetic on purpose, apart from the kernel's, which they
 * check.
 */
@NullMarked
package io.tidemark.lab.retail;

import org.jspecify.annotations.NullMarked;
