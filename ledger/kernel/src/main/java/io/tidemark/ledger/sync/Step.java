package io.tidemark.ledger.sync;

import io.tidemark.ledger.Mark;
import java.time.Instant;
import java.util.Optional;

/** What the loop around a {@link Sender} does next. */
public sealed interface Step {
    /** Make a connection, then tell {@link Sender#connected} or {@link Sender#failed}. */
    record Connect() implements Step {}

    /**
     * Say where the journal ends, then tell {@link Sender#greeted}.
     *
     * @param disputed the receiver's mark that does not fit, if one did not
     */
    record SayHello(Optional<Mark> disputed) implements Step {}

    /** Send the entries from this sequence on, then tell {@link Sender#sent}. */
    record Send(long from) implements Step {}

    /** Nothing to do before this time, unless something is heard or recorded. */
    record WaitUntil(Instant at) implements Step {}

    /** Everything is marked: nothing to do until something is recorded. */
    record Idle() implements Step {}

    /** No answer came in time: drop the connection, then tell {@link Sender#failed}. */
    record Abandon() implements Step {}
}
