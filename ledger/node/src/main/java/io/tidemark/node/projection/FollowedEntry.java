package io.tidemark.node.projection;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;

/**
 * An entry on its way into tables.
 *
 * @param hash of the chain up to and including this entry
 */
public record FollowedEntry(JournalId journal, long sequence, Hash hash, EntryBytes bytes) {}
