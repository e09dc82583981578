/**
 * The journal on disk: the one truth of a node, entry after entry, never edited.
 *
 * <p>An entry is {@linkplain io.tidemark.ledger.journal.Journal#append appended} to a group in
 * memory. A force encrypts the group into frames, writes them in one piece at the end of the day's
 * segment file and forces that file, while the head is signed; only then may anyone be told. The
 * position that was forced and the signature go to a small file of its own, so that the next open
 * can tell a torn tail, which nobody was ever told about and which is cut, from damage, which is
 * never repaired by guessing. Opening checks every byte. Readers follow behind the writer and see
 * forced bytes only.
 *
 * <p>{@link io.tidemark.ledger.journal.JournalCheck} does the same check without changing anything,
 * and {@link io.tidemark.ledger.journal.JournalCopy} carries entries from a peer that has them into
 * a damaged journal. {@link io.tidemark.ledger.journal.Storage} is the port to the disk. The
 * format, byte by byte, is in docs/adr/0002-journal-file-format.md.
 */
@NullMarked
package io.tidemark.ledger.journal;

import org.jspecify.annotations.NullMarked;
