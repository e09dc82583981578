/**
 * Closes the store's day. {@link io.tidemark.fog.closedown.Closing} looks at every device of the
 * roster and names what stands in the way; when nothing does, or a person leaves the missing
 * devices out by name, the writer folds the day from the journals with the kernel's pure fold and
 * appends the result to the store journal. What comes later makes a numbered supplement.
 *
 * <p>What was signed came out of memory. {@link io.tidemark.fog.closedown.Recomputing} folds it
 * again from the bytes on the disk before it may go to head office; {@link
 * io.tidemark.fog.closedown.Refold} does that for it, and for a stopped gateway's verification.
 */
@NullMarked
package io.tidemark.fog.closedown;

import org.jspecify.annotations.NullMarked;
