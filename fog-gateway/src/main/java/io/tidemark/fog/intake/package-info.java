/**
 * Takes in what devices recorded. A batch comes from the broker under the name of a certificate;
 * the kernel's receiver judges it; what is fresh is appended to that device's journal here and
 * forced with its signed head; and only then is the device told so, by a mark this gateway signs.
 *
 * <p>{@link io.tidemark.fog.intake.Reception} is what the broker calls; {@link
 * io.tidemark.fog.intake.Intake} decides, on the gateway's one writer; {@link
 * io.tidemark.fog.intake.DeviceJournal} is a device's journal as received, with an index of its
 * business days, around the kernel's {@link io.tidemark.ledger.receive.ReceivedJournal}.
 */
@NullMarked
package io.tidemark.fog.intake;

import org.jspecify.annotations.NullMarked;
