/**
 * Gets the journal to the gateway, and the master data from it, whenever there is a gateway.
 *
 * <p>{@link io.tidemark.edge.sync.SyncLoop} drives the kernel's {@code Sender}: it asks what to do,
 * does it through an {@link io.tidemark.edge.sync.Uplink}, and tells what came of it. What an
 * uplink calls back is an {@link io.tidemark.edge.sync.UplinkEvent} in the bounded {@link
 * io.tidemark.edge.sync.Inbox}, acted on in the loop alone. Only a verified mark acknowledges; the
 * last one is kept in a file, to be shown after a restart.
 */
@NullMarked
package io.tidemark.edge.sync;

import org.jspecify.annotations.NullMarked;
