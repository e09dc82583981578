package io.tidemark.edge.sync;

import io.tidemark.ledger.epoch.Continuation;
import java.util.Optional;

/** Where the grant of this till's next epoch goes. Must not wait for the loop. */
@FunctionalInterface
public interface GrantSink {
    /** Of a till that is only measured, or has no disk to keep one on. */
    GrantSink NONE = _ -> Optional.of("this till takes up no grants");

    /** Takes it up, once it is on disk; or says why it is not for this till as it stands. */
    Optional<String> take(Continuation granted);
}
