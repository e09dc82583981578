package io.tidemark.edge.sync;

import io.tidemark.ledger.Release;
import java.util.Optional;

/** Where the gateway's word goes on what this till need not keep. Must not wait. */
@FunctionalInterface
public interface ReleaseSink {
    /** Of a till that is only measured, or keeps all for ever. */
    ReleaseSink NONE = _ -> Optional.empty();

    /** Takes it, or says why it is not believed. */
    Optional<String> take(Release told);

    /** A connection begins: what an earlier one told counts no more, until it is told again. */
    default void connected() {}
}
