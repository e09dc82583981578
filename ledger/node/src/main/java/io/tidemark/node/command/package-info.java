/**
 * The command line that the three programs share.
 *
 * <p>{@link io.tidemark.node.command.NodeMain} runs a node, checks one, or hands over to {@code
 * ledger}, whose commands look at journals and put them right. What only looks ({@code show},
 * {@code tail}, {@code stats}, {@code export}) reads beside a running node and takes no lock; what
 * changes something ({@code rebuild}, {@code restore}) and what checks all of it ({@code verify})
 * takes the node's directory for itself. Everything streams: a journal of ten million entries
 * passes through the memory of one.
 *
 * <p>Commands for a node that runs speak to it instead: {@code api} here, and those of the
 * programs, which share {@link io.tidemark.node.command.AtHand}, {@link
 * io.tidemark.node.command.SupervisorOptions} and {@link io.tidemark.node.command.AnswerTable}.
 */
@NullMarked
package io.tidemark.node.command;

import org.jspecify.annotations.NullMarked;
