/**
 * When receipts may be given up: the decisions, without a disk. {@link
 * io.tidemark.ledger.retention.Settled} is the gateway's: up to where is a journal closed, archived
 * and marked by head office; {@link io.tidemark.ledger.retention.Releasing} says so. {@link
 * io.tidemark.ledger.retention.Released} is the device's: what of that it believes. {@link
 * io.tidemark.ledger.retention.Retention} is every node's: which segment is old enough by now. What
 * is done then is {@link io.tidemark.ledger.journal.Journal#prune}.
 */
@NullMarked
package io.tidemark.ledger.retention;

import org.jspecify.annotations.NullMarked;
