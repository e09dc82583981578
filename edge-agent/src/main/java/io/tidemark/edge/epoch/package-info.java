/**
 * How a till goes on in another journal: in its next epoch, or as a new device at an old
 * workstation.
 *
 * <p>A grant is kept on disk ({@link io.tidemark.edge.epoch.KeptGrants}) before it is acted on.
 * {@link io.tidemark.edge.epoch.Succession} then begins the journal that it names: first what it
 * goes on from, then the branch, byte for byte, then what is sold. Each start finds out from the
 * grants which journal is written now, and finishes what a power cut left half done. The journals
 * before stay as they are, to be read.
 */
@NullMarked
package io.tidemark.edge.epoch;

import org.jspecify.annotations.NullMarked;
