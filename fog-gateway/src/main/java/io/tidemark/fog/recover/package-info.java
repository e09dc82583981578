/**
 * A gateway on an empty disk. What its devices still hold they send again by themselves; what they
 * no longer hold, and the store's own journal of earlier epochs, comes back from head office:
 * {@link io.tidemark.fog.recover.Rebuilding} fetches it, opens what is sealed with the store's
 * recovery key, and takes it entry by entry as if its origin sent it.
 */
@NullMarked
package io.tidemark.fog.recover;

import org.jspecify.annotations.NullMarked;
