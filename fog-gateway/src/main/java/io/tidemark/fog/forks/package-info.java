/**
 * Journals of this store's devices that forked. {@link io.tidemark.fog.forks.Forks} shows them,
 * both branches side by side; {@link io.tidemark.fog.forks.ForkReporting} tells head office, where
 * a person decides.
 */
@NullMarked
package io.tidemark.fog.forks;

import org.jspecify.annotations.NullMarked;
