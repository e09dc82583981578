/**
 * How nodes say that they are: load, memory, disk, battery, clock, versions, what waits to be
 * marked, how long forces take. News and never truth: it is journalled nowhere, sent once without
 * acknowledgement, and may be lost without harm.
 *
 * <p>A device measures a {@link io.tidemark.ledger.telemetry.Telemetry} of itself every few seconds
 * and says it to its gateway, which answers with a {@link io.tidemark.ledger.telemetry.ClockTold}
 * of its own time; from what lies between, the device knows how far its clock is off, and within
 * what error ({@link io.tidemark.ledger.telemetry.ClockOffset}), and says so in its next one. The
 * gateway sends a {@link io.tidemark.ledger.telemetry.FleetReport} of all of its devices up to head
 * office. At both, {@link io.tidemark.ledger.telemetry.Concern} says what of it a person should see
 * to.
 */
@NullMarked
package io.tidemark.ledger.telemetry;

import org.jspecify.annotations.NullMarked;
