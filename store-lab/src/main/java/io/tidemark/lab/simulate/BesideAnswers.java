package io.tidemark.lab.simulate;

import io.tidemark.ledger.Release;
import io.tidemark.ledger.epoch.Continuation;

/** What comes down a wire beside answers, signed by whomever, and what becomes of the wire. */
interface BesideAnswers {
    BesideAnswers IGNORED = new BesideAnswers() {};

    /** What an earlier connection said does not hold any more. */
    default void connected() {}

    /** Nobody replies on this connection any more. */
    default void dropped() {}

    /** What lets this node go on in its next epoch. */
    default void granted(Continuation over) {}

    /** What its receiver does not need to have here any more. */
    default void released(Release release) {}

    /** What its receiver says to a question, or to one of long ago. */
    default void replied(byte[] answered) {}
}
