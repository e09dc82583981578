/**
 * How a node measures itself, and how those who hear of it keep it.
 *
 * <p>{@link io.tidemark.node.telemetry.OwnTelemetry} puts together what {@link
 * io.tidemark.node.telemetry.MachineGauge} reads of the machine and {@link
 * io.tidemark.node.telemetry.ForceTimes} has counted; a {@link
 * io.tidemark.node.telemetry.TelemetryTimer} has it do so every few seconds, on a thread of its
 * own. Nothing of it is on the way of a sale but one counter, beside each force.
 *
 * <p>{@link io.tidemark.node.telemetry.KeptTelemetry} keeps what was heard for some days, in a
 * database of its own. That may be deleted, damaged or full at any time: it is put aside and begun
 * anew, and nobody waits for it.
 */
@NullMarked
package io.tidemark.node.telemetry;

import org.jspecify.annotations.NullMarked;
