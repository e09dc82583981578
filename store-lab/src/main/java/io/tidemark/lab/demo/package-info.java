/**
 * The demo: a whole store's day on real processes, with faults, proven receipt by receipt.
 *
 * <p>{@link io.tidemark.lab.demo.Demo} provisions and starts a {@code Laboratory}, lets one {@code
 * Cashier} per till say its {@code TillScript} at the script's hours, lets {@code Chaos} do its
 * harm meanwhile, closes the stores, and compares what every tier has with the {@code
 * DriverRecord}: what the driver itself was told.
 */
@NullMarked
package io.tidemark.lab.demo;

import org.jspecify.annotations.NullMarked;
