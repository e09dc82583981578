/**
 * The deterministic simulator: whole store-days from a seed, with faults, checked after every step.
 *
 * <p>A {@link io.tidemark.lab.simulate.StoreDay} is one seed: machines with simulated disks, wires
 * and clocks run the product's own cores (deciding, journal, sender, receiver, close-down) in one
 * thread over an {@link io.tidemark.lab.simulate.Agenda}; a {@link
 * io.tidemark.lab.simulate.Cashier} at each till drives it and an {@link
 * io.tidemark.lab.simulate.Oracle} writes down what was told to whom and holds every node to it. A
 * {@link io.tidemark.lab.simulate.Campaign} runs many seeds, which share nothing, and adds up what
 * came of them.
 */
@NullMarked
package io.tidemark.lab.simulate;

import org.jspecify.annotations.NullMarked;
