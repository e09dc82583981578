/**
 * The receiving end of a journal, the same on both hops. A {@link
 * io.tidemark.ledger.receive.ReceivedJournal} judges each greeting and batch with the kernel's
 * {@linkplain io.tidemark.ledger.sync.Receiver receiver}, appends what is fresh, forces it with the
 * head its origin signed, notes the mark it gave, and keeps the other branch of a journal that
 * forked. Around it a tier has only its threads, its connections and what it tells people.
 *
 * <p>Everything that is kept goes through the {@linkplain io.tidemark.ledger.journal.Storage port
 * to the disk}. A force that fails, of the journal or of a file beside it, is {@linkplain
 * io.tidemark.ledger.journal.JournalBroken fatal} and never tried again.
 */
@NullMarked
package io.tidemark.ledger.receive;

import org.jspecify.annotations.NullMarked;
