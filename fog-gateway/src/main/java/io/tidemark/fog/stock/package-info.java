/**
 * Goods on hand: the last count of an article and what moved since. The tables have sums by
 * business day and the counts as they were recorded; {@link io.tidemark.fog.stock.StockFold} makes
 * of them what is on hand and how far each count was off, and {@link
 * io.tidemark.fog.stock.StockBook} keeps that in memory for as long as no day has changed. Nothing
 * here decides: a till sells what is in the customer's hand whatever this says.
 */
@NullMarked
package io.tidemark.fog.stock;

import org.jspecify.annotations.NullMarked;
