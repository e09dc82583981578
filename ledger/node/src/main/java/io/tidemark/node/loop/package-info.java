/**
 * What a node does by and by, beside its one writer: asking head office, sending the archive,
 * fetching what is missing. A {@link io.tidemark.node.loop.BackgroundLoop} gives such work its
 * turns on a thread of its own; each turn says, by a {@link io.tidemark.node.loop.Rest}, when the
 * next is due. How a turn's failures are met is the turn's matter: what it throws is a bug, and
 * ends the node.
 */
@NullMarked
package io.tidemark.node.loop;

import org.jspecify.annotations.NullMarked;
