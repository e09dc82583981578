/**
 * Journals of this store's devices that forked. {@link io.tidemark.fog.forks.Forks} shows them,
 * both branches side by side; {@link io.tidemark.fog.forks.ForkExchange} tells head office, where a
 * person decides, and brings the grants; {@link io.tidemark.fog.forks.Offers} are those that go on
 * to a device, which takes its branch into a new epoch.
 */
@NullMarked
package io.tidemark.fog.forks;

import org.jspecify.annotations.NullMarked;
