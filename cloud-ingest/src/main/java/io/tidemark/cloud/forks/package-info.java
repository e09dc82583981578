/**
 * Journals that forked, and what people decide about them. Gateways report their devices' forks,
 * with both branches; head office finds its stores' own. A person who approves one signs a grant of
 * a new epoch, which is an entry of head office's journal and goes down to the store's gateway.
 */
@NullMarked
package io.tidemark.cloud.forks;

import org.jspecify.annotations.NullMarked;
