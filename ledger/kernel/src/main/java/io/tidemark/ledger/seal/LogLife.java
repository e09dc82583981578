package io.tidemark.ledger.seal;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import java.util.Optional;

/**
 * A later life of a store's gateway, as it took the store's log over.
 *
 * @param journal in which it writes
 * @param closeDownsBefore in the log when it began
 * @param grant by which it goes on with that log; empty where it began another one
 */
public record LogLife(JournalId journal, long closeDownsBefore, Optional<EpochGrant> grant) {
    /** Whether what was in the log before is in none that this gateway signs. */
    public boolean beganAnew() {
        return grant.isEmpty() && closeDownsBefore > 0;
    }

    /** For people, with who authorised it. */
    public String inWords() {
        return journal.label()
                + grant.map(LogLife::goingOn)
                        .orElseGet(() ->
                                " goes on from no journal before it and began another log: the "
                                        + closeDownsBefore
                                        + " close-downs and supplements before it are not in it."
                                        + " Its key is in the roster, so the root's holder put it"
                                        + " there; nobody signed that it goes on");
    }

    private static String goingOn(EpochGrant grant) {
        return " goes on with the log of "
                + grant.continued().label()
                + ", as "
                + grant.approver()
                + " allowed: "
                + grant.reason();
    }
}
