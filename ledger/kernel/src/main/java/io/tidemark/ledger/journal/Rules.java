package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;

/**
 * What a check holds a journal's files against, and who sees the entries that passed.
 *
 * @param origin of the node whose journal it is
 */
record Rules(JournalId journal, JournalKey key, Verifier origin, EntryVisitor visitor) {}
