/**
 * The one place of a node that decides. Whoever has a command hands it over as a {@link
 * io.tidemark.node.writer.Decision} and gets a future; the {@link
 * io.tidemark.node.writer.SingleWriter} takes all that wait as a group, lets each decide and
 * append, forces every journal they touched once, and only then completes the futures. So what was
 * answered is on disk, and a force is shared by many. The {@link
 * io.tidemark.node.writer.WaitingLine} gives the turn to one thread at a time: the writer's own,
 * or, where it is alone, an {@link io.tidemark.node.writer.UndisturbedThread} that asks, which then
 * waits for no other.
 */
@NullMarked
package io.tidemark.node.writer;

import org.jspecify.annotations.NullMarked;
