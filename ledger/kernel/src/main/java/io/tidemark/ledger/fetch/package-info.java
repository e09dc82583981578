/**
 * How a node whose journal is damaged gets the entries back from the peer that has them.
 *
 * <p>It asks for the entries from a sequence on ({@link io.tidemark.ledger.fetch.JournalAsk}), gets
 * a batch of them ({@link io.tidemark.ledger.fetch.JournalPart}), and asks for what follows, until
 * a part says that there is no more. A batch proves itself by its signed head, so the peer need not
 * be believed; what came is kept as a copy, and {@link io.tidemark.ledger.journal.JournalCopy}
 * builds the journal anew from it.
 */
@NullMarked
package io.tidemark.ledger.fetch;

import org.jspecify.annotations.NullMarked;
