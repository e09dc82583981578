/**
 * How the store's devices are, from minute to minute.
 *
 * <p>What a device says of itself comes through the broker to {@link
 * io.tidemark.fog.telemetry.Fleet}, which keeps the last of each in memory, tells the device what
 * time it is here, and hands it on to a database of its own ({@link
 * io.tidemark.node.telemetry.KeptTelemetry}). The gateway measures itself likewise. Every half
 * minute {@link io.tidemark.fog.telemetry.FleetReporting} tells head office of all of them. None of
 * it is journalled, nothing waits for it, and all of it may be lost.
 */
@NullMarked
package io.tidemark.fog.telemetry;

import org.jspecify.annotations.NullMarked;
