/**
 * A whole shop on real processes, to trade in and to do harm to, and what its driver was told.
 *
 * <p>{@link io.tidemark.lab.shop.Provisioning} founds an organisation and wires a {@code
 * Laboratory} up; {@code Opening} brings it to where tills can sell; {@code ClosingTime} closes its
 * stores; {@code Comparison} holds what every tier has against the {@code DriverRecord}.
 */
@NullMarked
package io.tidemark.lab.shop;

import org.jspecify.annotations.NullMarked;
