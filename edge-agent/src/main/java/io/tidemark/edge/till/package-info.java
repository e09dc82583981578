/**
 * The till's face on this machine: the HTTP API for a till program, and the till page on top of it.
 *
 * <p>A request becomes an {@link io.tidemark.edge.record.Ask} ({@link io.tidemark.edge.till.Asked}
 * refuses what is no such thing), {@link io.tidemark.edge.till.Counter} has it priced and recorded,
 * and what was recorded is told as JSON made from the entries themselves, so a repeated command is
 * answered as it was the first time.
 */
@NullMarked
package io.tidemark.edge.till;

import org.jspecify.annotations.NullMarked;
