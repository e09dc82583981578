/**
 * Compresses batches for the way, where it pays: {@link io.tidemark.node.packing.Packing} turns a
 * batch's bytes into the kernel's {@link io.tidemark.ledger.Packed} framing and back. A single
 * receipt is too small to compress by itself, so that a dictionary comes with the program; it knows
 * the shape of an entry and the letters of goods' names, but nobody's goods.
 */
@NullMarked
package io.tidemark.node.packing;

import org.jspecify.annotations.NullMarked;
