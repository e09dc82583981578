package io.tidemark.ledger.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Mark;
import java.time.Instant;

/** What an answer meant to a {@link Sender}. */
public sealed interface Heard {
    /** A verified mark, the current one of this connection or a higher one. */
    record Advanced(Mark mark) implements Heard {}

    /** A verified mark below what is known already: an answer overtaken by another. */
    record Stale(Mark mark) implements Heard {}

    /** The receiver misses entries; sending resumes after its mark. */
    record Resumed(Mark mark) implements Heard {}

    /** The receiver is busy until then. */
    record Held(Instant until) implements Heard {}

    /**
     * The receiver will not take what was sent; a person must look, and it is tried again much
     * later.
     */
    record Refused(Answer.Reason reason, String why) implements Heard {}

    /** The receiver misses entries that it had marked; they are sent again. */
    record Wanted(long from, long to) implements Heard {}

    /**
     * An answer to a quarantined sender, which shows its branch.
     *
     * @param shared the last sequence that both histories are known to have in common
     */
    record Shown(long shared) implements Heard {}

    /** Two histories; both sides quarantine. */
    record Forked(long at, Hash ours, Hash theirs) implements Heard {}

    /** Not from our receiver, or not about this journal: as if it had not been said. */
    record Disbelieved(String why) implements Heard {}
}
