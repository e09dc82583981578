/**
 * The kernel every node shares: who a node is, what an entry says, how entries are chained, and how
 * one node proves to another what it has.
 *
 * <p>A command becomes an {@link io.tidemark.ledger.Entry} (header and event), the entry's bytes
 * are chained onto the {@link io.tidemark.ledger.Head} of a journal, and a {@link
 * io.tidemark.ledger.SignedHead} states where the journal ends. Nothing here performs I/O; only
 * {@code io.tidemark.ledger.journal} does, behind a storage port.
 */
@NullMarked
package io.tidemark.ledger;

import org.jspecify.annotations.NullMarked;
