/**
 * Sends the store's journal to head office. The kernel's sender decides when and what; {@link
 * io.tidemark.fog.forward.Forwarding} is the loop around it, on a thread of its own, which does one
 * attempt at a time over {@link io.tidemark.fog.forward.HeadOffice}: HTTP/2 with certificates on
 * both sides. Closed segments follow on a thread of their own, last in priority ({@link
 * io.tidemark.fog.forward.Archiving}), sealed so that head office keeps them and cannot read them.
 * Head office may be away for as long as it likes: nothing here holds up a till or a close-down.
 */
@NullMarked
package io.tidemark.fog.forward;

import org.jspecify.annotations.NullMarked;
