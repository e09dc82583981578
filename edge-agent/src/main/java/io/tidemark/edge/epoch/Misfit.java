package io.tidemark.edge.epoch;

import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.journal.Journal;
import java.util.Optional;

/** Why a grant and what lies on this disk do not fit together, for a person. */
final class Misfit {
    private Misfit() {}

    /**
     * @param journal what is here of the journal that goes on, or the one this till writes now
     */
    static Optional<String> of(Continuation granted, Journal journal) {
        EpochGrant grant = granted.grant();
        if (grant.successor().epoch() > TillSchema.EPOCH_MAX)
            return Optional.of("a till has at most " + TillSchema.EPOCH_MAX + " epochs");
        if (grant.replacesDevice()) return ofReplaced(granted, journal);
        if (!grant.continued().equals(journal.id()))
            return Optional.of(otherJournal(grant.continued(), journal.id()));
        return history(granted, journal);
    }

    /** Nothing is here of the journal that goes on. */
    static Optional<String> withNothing(Continuation granted) {
        return granted.carried().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "it does not say where the workstation stood, and nothing here does. Export"
                                + " where it stands at the gateway, and grant upon that: `./tidemark provision"
                                + " epoch --standing FILE`");
    }

    /**
     * The gateway has accepted entries beyond what the grant calls shared: they are no branch, and
     * taking them in would count them twice.
     */
    static Optional<String> with(Mark mark, EpochGrant grant, Journal journal) {
        long marked = mark.sequence();
        boolean fits =
                mark.origin().equals(journal.id())
                        && grant.continued().equals(journal.id())
                        && marked <= journal.forced().sequence()
                        && journal.hashAt(marked).equals(mark.head().hash());
        return fits && marked > grant.shared().sequence()
                ? Optional.of(
                        "it shares "
                                + journal.id().label()
                                + " up to entry "
                                + grant.shared().sequence()
                                + ", and the gateway has marked it up to entry "
                                + marked
                                + ": ask for a grant upon where it stands now")
                : Optional.empty();
    }

    private static Optional<String> ofReplaced(Continuation granted, Journal journal) {
        if (!granted.grant().successor().equals(journal.id()))
            return Optional.of(
                    "it begins "
                            + granted.grant().successor().label()
                            + ", and this till writes "
                            + journal.id().label()
                            + " already");
        if (journal.head().sequence() > 0)
            return Optional.of(
                    "this till has begun its own journal without it: only a till that has recorded"
                            + " nothing yet takes another one's place");
        return withNothing(granted);
    }

    private static String otherJournal(JournalId continued, JournalId current) {
        return continued.epoch() < current.epoch()
                ? continued.label() + " has ended here already: this till writes " + current.label()
                : "it goes on from "
                        + continued.label()
                        + ", and this till writes "
                        + current.label();
    }

    private static Optional<String> history(Continuation granted, Journal journal) {
        long shared = granted.grant().shared().sequence();
        long here = journal.forced().sequence();
        if (here == 0 && shared > 0) return withNothing(granted);
        if (here < shared)
            return Optional.of(
                    "it shares entry "
                            + shared
                            + ", and "
                            + journal.id().label()
                            + " ends here at entry "
                            + here
                            + ": let the till connect, and ask for a grant upon what it shows");
        if (shared < journal.prunedUpTo())
            return Optional.of(
                    "what this till recorded after entry "
                            + shared
                            + " is pruned here up to entry "
                            + journal.prunedUpTo()
                            + ", and cannot be taken in again: it is in head office's archive");
        return journal.hashAt(shared).equals(granted.grant().shared().hash())
                ? Optional.empty()
                : Optional.of(
                        "entry "
                                + shared
                                + " of "
                                + journal.id().label()
                                + " is another one here: ask for a grant upon what this till shows");
    }
}
