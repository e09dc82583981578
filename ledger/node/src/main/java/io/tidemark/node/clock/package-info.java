/**
 * The laboratory clock: business time that starts anywhere and runs faster, so that a trading day
 * is replayed in minutes into its real hours. Nodes take a {@link java.time.Clock} for business
 * time; TLS, time limits and back-off always run on real time.
 */
@NullMarked
package io.tidemark.node.clock;

import org.jspecify.annotations.NullMarked;
