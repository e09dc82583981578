/**
 * What a till decides, and how it is recorded.
 *
 * <p>An {@link io.tidemark.edge.record.Ask} says what somebody wants. Articles are looked up in the
 * {@link io.tidemark.edge.record.Catalogue} and their prices captured in a {@link
 * io.tidemark.edge.record.Command}; the {@link io.tidemark.edge.record.Till}, folded from the
 * journal, decides it without I/O into a {@link io.tidemark.edge.record.Decision}. {@link
 * io.tidemark.edge.record.Recorder} is the thin shell around it: one writer appends what was
 * decided, forces it, and only then is the command answered.
 */
@NullMarked
package io.tidemark.edge.record;

import org.jspecify.annotations.NullMarked;
