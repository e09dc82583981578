package io.tidemark.ledger.seal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a store's journals, life after life of its gateway, and holds each signed head of the log
 * against the close-downs before it. What is not filed is no leaf: what an old disk's gateway
 * closed on a branch, and a second close-down of a day and number. Not safe for use by several
 * threads.
 */
public final class LogFold implements EntryVisitor {
    private final Verifier gateway;
    private LogCheck check = new LogCheck();
    private final Set<Filed> filed = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<LogLife> lives = new ArrayList<>();
    private boolean isFirst = true;
    private JournalId journal;
    private boolean isCurrent;
    private long branchEnd;
    private Optional<LogHead> head = Optional.empty();

    private record Filed(LocalDate day, int supplement) {}

    /**
     * @param first the journal whose entries come first
     * @param isCurrent whether its gateway's key is this one
     * @param gateway checks the heads of the gateway's current key; those of one that was replaced
     *     are signed with a key that nobody keeps, and what they say is compared all the same
     */
    public LogFold(JournalId first, boolean isCurrent, Verifier gateway) {
        this.journal = first;
        this.isCurrent = isCurrent;
        this.gateway = gateway;
    }

    /** From here on come entries of the next life. */
    public void begins(JournalId next, boolean nextIsCurrent) {
        journal = next;
        isCurrent = nextIsCurrent;
        isFirst = false;
        branchEnd = 0;
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        try {
            int type = EntryCodec.header(entry).type();
            boolean goesOn = type == EventType.JOURNAL_CONTINUED.code();
            if (sequence == 1 && goesOn) branch(entry);
            if (sequence == 1 && !goesOn) beginsAnew();
            if (sequence <= branchEnd) return;
            if (type == EventType.STORE_DAY_CLOSED.code()) closed(entry);
            if (type == EventType.STORE_LOG_SIGNED.code()) signed(sequence, entry);
        } catch (Malformed unreadable) {
            // Kept and filed nowhere; who reads the entry itself says so.
        }
    }

    /** A life that goes on from none before it knows no close-down but its own. */
    private void beginsAnew() {
        if (!isFirst) lives.add(new LogLife(journal, check.size(), Optional.empty()));
        check = new LogCheck();
        filed.clear();
        head = Optional.empty();
    }

    private void branch(EntryBytes entry) {
        if (!(EntryCodec.decode(entry).event() instanceof JournalContinued from)) return;
        branchEnd = 1 + from.branchEntries();
        lives.add(new LogLife(journal, check.size(), Optional.of(from.grant())));
    }

    private void closed(EntryBytes entry) {
        if (!(EntryCodec.decode(entry).event() instanceof StoreDayClosed closed)) return;
        if (filed.add(new Filed(closed.day(), closed.supplement())))
            DayLeaf.of(closed, entry).ifPresent(check::closed);
    }

    private void signed(long sequence, EntryBytes entry) {
        if (!(EntryCodec.decode(entry).event() instanceof StoreLogSigned signed)) return;
        LogHead told = signed.head(journal.node());
        Optional<String> fault = check.fault(told);
        if (fault.isEmpty() && isCurrent && !told.isBy(gateway))
            fault = Optional.of("the log's head is not signed with the gateway's key");
        fault.ifPresent(
                why -> faults.add("entry " + sequence + " of " + journal.label() + ": " + why));
        if (fault.isEmpty()) head = Optional.of(told);
    }

    /** Close-downs and supplements in the log so far. */
    public long size() {
        return check.size();
    }

    /** The newest that agreed; none before the first. */
    public Optional<LogHead> head() {
        return head;
    }

    /** Those after the gateway's first, in order. */
    public List<LogLife> lives() {
        return List.copyOf(lives);
    }

    /** What does not fit, for people, in the order it was found. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
