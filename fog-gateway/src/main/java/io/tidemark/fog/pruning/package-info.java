/**
 * What need not be kept any more, in the store: {@link io.tidemark.fog.pruning.Releases} finds out
 * up to where head office has marked the close-downs and the archive of each device's journal. It
 * tells the device, with this gateway's signature, and lets the gateway prune its own copy, each
 * past its own retention (ADR 10).
 */
@NullMarked
package io.tidemark.fog.pruning;

import org.jspecify.annotations.NullMarked;
