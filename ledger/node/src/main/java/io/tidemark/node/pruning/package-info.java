/**
 * Gives up, by and by, what a node need not keep any more. {@link
 * io.tidemark.ledger.retention.Retention} decides, {@link io.tidemark.ledger.journal.Journal#prune}
 * does it, and a {@link io.tidemark.node.pruning.Pruner} goes from the one to the other beside the
 * node's work.
 */
@NullMarked
package io.tidemark.node.pruning;

import org.jspecify.annotations.NullMarked;
