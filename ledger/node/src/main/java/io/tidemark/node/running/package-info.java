/**
 * What a command says to a node that runs in a directory of this machine.
 *
 * <p>{@link io.tidemark.node.running.NodeAtHand} speaks to the node's own API, where {@code
 * run/ports.json} says that it listens, and changes nothing else of the directory. So a command
 * needs no passphrase, and what it may do is what the API lets anybody of this machine do: who
 * works at a till is signed on there, and a PIN is asked for each time. {@link
 * io.tidemark.node.command.ApiCommand} is the general door; commands for people share {@link
 * io.tidemark.node.command.AtHand} and read answers by the names of their fields.
 */
@NullMarked
package io.tidemark.node.running;

import org.jspecify.annotations.NullMarked;
