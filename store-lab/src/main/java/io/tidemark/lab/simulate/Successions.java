package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.StandingFold;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.PrunedEntry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds every journal that goes on from another one to what a person decided: it begins with that
 * grant, takes its branch in once and to the byte, and records nothing again that stands in it.
 */
final class Successions {
    private static final PrunedEntry.Pruning NEVER_SHOWN =
            new PrunedEntry.Pruning(LocalDate.EPOCH, 0);

    private final Decisions decisions;
    private final Function<JournalId, History> histories;
    private final Map<JournalId, JournalContinued> begun = new HashMap<>();

    Successions(Decisions decisions, Function<JournalId, History> histories) {
        this.decisions = decisions;
        this.histories = histories;
    }

    /** The next entry that this journal's own node appends. */
    void wrote(JournalId journal, Head head, Written entry, Entry decoded) {
        if (head.sequence() == 1) began(journal, decoded);
        JournalContinued from = begun.get(journal);
        if (from != null && head.sequence() > 1) goesOn(journal, head, entry, from);
    }

    private void began(JournalId journal, Entry first) {
        if (first.event() instanceof JournalContinued continued) began(journal, continued);
        else
            Violation.require(
                    decisions.beginning(journal).isEmpty(),
                    Check.AUTHORISED,
                    () -> journal + " does not say what it goes on from");
    }

    private void began(JournalId journal, JournalContinued continued) {
        boolean allowed =
                decisions
                        .beginning(journal)
                        .filter(each -> each.grant().equals(continued.grant()))
                        .isPresent();
        Violation.require(
                allowed,
                Check.AUTHORISED,
                () -> journal + " goes on by " + continued.grant() + ", which nobody decided");
        requireCarried(journal, continued);
        begun.put(journal, continued);
    }

    /**
     * It starts where its workstation stood, by all that was accepted of the journal before, as far
     * as who decided still had it.
     */
    private void requireCarried(JournalId journal, JournalContinued continued) {
        EpochGrant grant = continued.grant();
        StandingFold fold = new StandingFold(grant.shared().sequence());
        List<Written> accepted = histories.apply(grant.continued()).branchWith(grant.end());
        long prunedUpTo = decisions.prunedUpTo(grant.continued());
        for (int i = 0; accepted != null && i < grant.end().sequence(); i++)
            tell(fold, i + 1, accepted.get(i), i < prunedUpTo);
        Violation.require(
                fold.carried().equals(continued.carried()),
                Check.MONEY,
                () -> journal + " starts from " + continued.carried() + ", not " + fold.carried());
    }

    private static void tell(StandingFold fold, long sequence, Written entry, boolean pruned) {
        if (pruned && PrunedEntry.isGivenUp(entry.bytes()))
            fold.pruned(
                    new PrunedEntry(
                            new Head(sequence, entry.hash()),
                            EntryCodec.header(entry.bytes()),
                            NEVER_SHOWN));
        else fold.accept(sequence, entry.bytes());
    }

    private void goesOn(JournalId journal, Head head, Written entry, JournalContinued from) {
        List<Written> before = histories.apply(from.predecessor()).branches().getLast();
        long taken = head.sequence() - 1;
        if (taken <= from.branchEntries()) {
            Written original = before.get((int) (from.forkedAt() + taken - 2));
            Violation.require(
                    original.bytes().equals(entry.bytes()),
                    Check.PREFIX,
                    () -> journal + " took in other bytes as entry " + head.sequence());
        } else requireFresh(journal, entry, from);
    }

    /** Whether a receiver that has so much of this journal has the branch that it took in. */
    boolean hasBranch(JournalId journal, long received) {
        JournalContinued from = begun.get(journal);
        return from == null || received > from.branchEntries();
    }

    /** Whether this entry was written to the journal before. */
    boolean isOfBranch(JournalId journal, long sequence) {
        JournalContinued from = begun.get(journal);
        return from != null && sequence <= 1 + from.branchEntries();
    }

    private void requireFresh(JournalId journal, Written now, JournalContinued from) {
        @Nullable CommandId command = now.command();
        if (command == null) return;
        for (@Nullable JournalContinued each = from;
                each != null && !each.grant().replacesDevice();
                each = begun.get(each.predecessor()))
            for (Written earlier : histories.apply(each.predecessor()).branches().getLast())
                Violation.require(
                        !command.equals(earlier.command()) || isOnlyBegun(earlier, now),
                        Check.ONCE,
                        () -> journal + " records " + command + " again");
    }

    /** A power cut left the beginning of what was asked: told to nobody, and gone on from. */
    private static boolean isOnlyBegun(Written earlier, Written now) {
        int type = EntryCodec.header(earlier.bytes()).type();
        boolean goesBefore =
                type == EventType.TILL_DAY_CLOSED.code()
                        || type == EventType.OPERATOR_SESSION.code()
                        || type == EventType.BUSINESS_DAY_OPENED.code();
        return goesBefore && type != EntryCodec.header(now.bytes()).type();
    }
}
