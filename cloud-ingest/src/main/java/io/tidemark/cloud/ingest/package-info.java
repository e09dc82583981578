/**
 * How a store's journal reaches head office. A gateway connects over TLS 1.3 with its certificate
 * ({@link io.tidemark.cloud.ingest.PeerDoor} says which node that is), says Hello, and posts
 * batches. {@link io.tidemark.cloud.ingest.Intake} hands each to the head office's single writer,
 * which examines it with the kernel's receiver core, appends it to the store's journal, forces a
 * whole group at once, and only then signs the marks that go back. Sealed segments go beside, into
 * {@link io.tidemark.cloud.ingest.SealedArchive}, which keeps what head office cannot read.
 *
 * <p>One server has two listeners that share nothing but the process: peers reach {@code /v1} only,
 * people on this machine reach everything else ({@link io.tidemark.cloud.ingest.ListenerDoor}).
 */
@NullMarked
package io.tidemark.cloud.ingest;

import org.jspecify.annotations.NullMarked;
