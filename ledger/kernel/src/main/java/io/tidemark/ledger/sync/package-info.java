/**
 * The protocol's two ends, without I/O: the same on both hops.
 *
 * <p>A {@link io.tidemark.ledger.sync.Sender} is told what happened (connected, an answer came, an
 * attempt failed) and says what to do next; a {@link io.tidemark.ledger.sync.Receiver} looks at a
 * batch and says what it is. Loops around them do the sending, the forcing and the waiting.
 */
@NullMarked
package io.tidemark.ledger.sync;

import org.jspecify.annotations.NullMarked;
