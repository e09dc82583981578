/**
 * A node's directory and its life as a process.
 *
 * <p>{@link io.tidemark.node.home.NodeProcess} takes the {@link io.tidemark.node.home.NodeHome}
 * (locked, so that two processes never write one ledger) with its {@link
 * io.tidemark.node.home.NodeSettings}, starts the {@link io.tidemark.node.home.Deployable}, writes
 * where it listens to {@code run/ports.json}, and stops it on SIGTERM. The command line is in
 * {@code node.command}. What prevents a start becomes a message that says what to do, and an {@link
 * io.tidemark.node.home.ExitCode}, in one place.
 */
@NullMarked
package io.tidemark.node.home;

import org.jspecify.annotations.NullMarked;
