/**
 * The Merkle tree of RFC 6962 §2.1 with SHA-256, by which one hash stands for a list of things and
 * a few hashes show that one of them is in it. A close-down says the root over its day's entries
 * ({@link io.tidemark.ledger.merkle.RunningTree}: as they go by, a few hashes are all that is
 * kept); a store's close-downs are in turn the leaves of a tree that only grows ({@link
 * io.tidemark.ledger.merkle.MerkleTree}). {@link io.tidemark.ledger.merkle.InclusionProof} leads
 * from a leaf to a root, {@link io.tidemark.ledger.merkle.ConsistencyProof} from a root to that of
 * the same tree when it had grown.
 */
@NullMarked
package io.tidemark.ledger.merkle;

import org.jspecify.annotations.NullMarked;
