package io.tidemark.edge.epoch;

import io.tidemark.edge.record.Till;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.closedown.StandingFold;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The first entries of a journal that goes on from another one. What is there already is not
 * recorded again, so it may be broken off and completed at any later start.
 */
final class Beginning {
    private final Till till;
    private final Journal journal;
    private final Continuation granted;
    private final Succession.Writing writing;

    Beginning(Succession.Stand stand, Continuation granted, Succession.Writing writing) {
        this.till = stand.till();
        this.journal = stand.journals().current();
        this.granted = granted;
        this.writing = writing;
    }

    /**
     * @param old what is here of the journal before
     * @throws CannotRun if the journal was begun in another way
     */
    void complete(Optional<Journal> old) {
        if (journal.head().sequence() == 0) begin(old);
        JournalContinued begun =
                till.begun()
                        .filter(from -> from.grant().equals(granted.grant()))
                        .orElseThrow(this::begunOtherwise);
        OptionalLong next = begun.nextOfBranch(journal.head().sequence());
        if (next.isPresent()) takeIn(old.orElseThrow(this::branchGone), next.getAsLong(), begun);
        if (journal.pendingBytes() > 0) journal.force(writing.signer());
    }

    private void begin(Optional<Journal> old) {
        long last = old.map(each -> each.forced().sequence()).orElse(0L);
        JournalContinued from = JournalContinued.of(granted.grant(), last, carried(old));
        Instant at = lastMoment(old);
        append(EntryCodec.encode(till.continuing(from, day(from, old, at), at)));
    }

    /**
     * The time of the last entry before, where it is here: who puts an old disk back and begins
     * once more begins with the same entry, and the histories part only where they differ.
     */
    private Instant lastMoment(Optional<Journal> old) {
        return old.filter(each -> each.forced().sequence() > 0)
                .map(each -> each.entry(each.forced().sequence()))
                .map(entry -> EntryCodec.header(entry).at().toInstant())
                .orElseGet(() -> writing.business().instant());
    }

    /** What the gateway says, which knows of both branches; or what this till knows itself. */
    private Carried carried(Optional<Journal> old) {
        return granted.carried()
                .or(() -> old.map(this::ownStanding))
                .orElseThrow(() ->
                        new IllegalStateException(granted.grant() + " does not say from where"));
    }

    private Carried ownStanding(Journal old) {
        long shared = granted.grant().shared().sequence();
        StandingFold fold = new StandingFold(shared);
        if (shared > 0) old.replay(1, shared, fold);
        return fold.atShared();
    }

    /** No entry may come before one of an earlier business day: the branch may reach far back. */
    private LocalDate day(JournalContinued from, Optional<Journal> old, Instant at) {
        if (from.forkedAt() == 0) return till.dayAt(at);
        EntryBytes first = old.orElseThrow().entry(from.forkedAt());
        return EntryCodec.header(first).businessDay();
    }

    private void takeIn(Journal old, long from, JournalContinued begun) {
        old.replay(
                from,
                (sequence, _, entry) -> {
                    if (sequence <= begun.branchEnd()) append(entry);
                });
    }

    /** In groups that fit a batch each. */
    private void append(EntryBytes entry) {
        if (journal.pendingBytes() + entry.size() > Limits.BATCH_BYTES_TARGET
                && journal.pendingBytes() > 0) journal.force(writing.signer());
        till.apply(journal.append(entry), EntryCodec.decode(entry));
    }

    private CannotRun begunOtherwise() {
        EpochGrant grant = granted.grant();
        return new CannotRun(
                ExitCode.BAD_USAGE,
                journal.id().label()
                        + " does not begin with the grant that is kept for it, by "
                        + grant.approver()
                        + ". Remove that grant from grants/ if this journal is the right one");
    }

    private CannotRun branchGone() {
        return new CannotRun(
                ExitCode.DAMAGED,
                "the branch of "
                        + granted.grant().continued().label()
                        + " was not taken in whole, and its journal is gone: put its directory back"
                        + " beside "
                        + journal.id().label());
    }
}
