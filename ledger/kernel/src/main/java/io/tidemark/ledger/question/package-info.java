/**
 * What a device asks its gateway while somebody waits at it, and what the gateway replies.
 *
 * <p>Neither is journalled, retained or repeated: a {@link io.tidemark.ledger.question.Question}
 * has an id that its {@link io.tidemark.ledger.question.Answered} names, and whoever asked goes on
 * without one after a moment. So nothing that must be recorded ever depends on a reply; what the
 * device then records says whether it had one.
 */
@NullMarked
package io.tidemark.ledger.question;

import org.jspecify.annotations.NullMarked;
