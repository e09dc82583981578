/**
 * Device profiles as data: what a machine of a given kind can afford, turned into settings.
 *
 * <p>A node's {@code node.yaml} names a profile; {@code profiles.yaml} says what that means. {@link
 * io.tidemark.profiles.JvmFlags} turns one into the flags its process is started with, and the
 * running node reads the rest, such as the size of a batch, from the same {@link
 * io.tidemark.profiles.HardwareProfile}.
 */
@NullMarked
package io.tidemark.profiles;

import org.jspecify.annotations.NullMarked;
