package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.JournalContinued;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares what a journal says it carried over with what this gateway has of the journal it goes on
 * from. For any thread.
 */
public final class CarriedOver {
    private final DeviceJournals journals;
    private final Map<JournalId, Verdict> known = new ConcurrentHashMap<>();

    public CarriedOver(DeviceJournals journals) {
        this.journals = journals;
    }

    private enum Verdict {
        AGREES,
        DIFFERS,
        /** The journal it goes on from is not here that far: this gateway was replaced, too. */
        CANNOT_TELL
    }

    /** What is wrong with it, for a person. */
    Optional<String> trouble(DeviceJournal journal) {
        return journal.continues()
                .filter(from -> verdict(journal, from) == Verdict.DIFFERS)
                .map(from -> text(journal, from));
    }

    private Verdict verdict(DeviceJournal journal, JournalContinued from) {
        Verdict before = known.get(journal.id());
        if (before != null) return before;
        Verdict now = compared(from);
        // What is missing may still come.
        if (now != Verdict.CANNOT_TELL) known.put(journal.id(), now);
        return now;
    }

    private Verdict compared(JournalContinued from) {
        EpochGrant grant = from.grant();
        Optional<DeviceJournal> before =
                journals.of(grant.continued()).filter(journal -> isHere(journal, grant));
        if (before.isEmpty()) return Verdict.CANNOT_TELL;
        Hash atEnd = before.get().journal().hashAt(grant.end().sequence());
        if (!atEnd.equals(grant.end().hash())) return Verdict.DIFFERS;
        DeviceJournals.Standing here = journals.standing(grant).orElseThrow();
        // A till whose grant was signed by hand knows its own branch alone; one of an older version
        // was told of no day ahead.
        boolean agrees =
                from.carried().equals(here.carried())
                        || from.carried().equals(here.carried().withoutAhead())
                        || from.carried().equals(here.atShared());
        return agrees ? Verdict.AGREES : Verdict.DIFFERS;
    }

    private static boolean isHere(DeviceJournal journal, EpochGrant grant) {
        return journal.received().sequence() >= grant.end().sequence();
    }

    private static String text(DeviceJournal journal, JournalContinued from) {
        JournalId before = from.predecessor();
        return "it carried over other figures than this gateway has from "
                + before.node().device()
                + " epoch "
                + before.epoch()
                + " at entry "
                + from.grant().shared().sequence()
                + ": its till Z may be wrong. The store Z counts the entries themselves and is"
                + " right; count "
                + journal.device().device()
                + "'s drawer, note the difference, and close without it";
    }
}
