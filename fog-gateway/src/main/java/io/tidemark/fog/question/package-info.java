/**
 * Answers what the store's devices ask while somebody waits at them.
 *
 * <p>A question comes through the broker's interceptor like everything a device says; {@link
 * io.tidemark.fog.question.Enquiries} takes it off the broker's thread, bounded in rate and number,
 * and has it answered from the tables and journals by {@link
 * io.tidemark.fog.question.StoreAnswers}. The reply goes to the asking device alone. Nothing here
 * is journalled: a device that heard no reply goes on without.
 */
@NullMarked
package io.tidemark.fog.question;

import org.jspecify.annotations.NullMarked;
