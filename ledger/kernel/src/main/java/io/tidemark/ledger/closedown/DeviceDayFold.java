package io.tidemark.ledger.closedown;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds one device's entries of one business day. Fed with the whole journal or any part of it in
 * order; it takes the entries of its day after {@code takenUpTo}. Not safe for use by several
 * threads.
 */
public final class DeviceDayFold {
    private final JournalId journal;
    private final String workstation;
    private final LocalDate day;
    private final long takenUpTo;
    private final TotalsSum totals;
    private final List<Problem> problems = new ArrayList<>();
    private ReceiptDigest receipts = ReceiptDigest.NONE;
    private long first;
    private long last;
    private Hash head = ReceiptDigest.NONE.hash();
    private long zNumber;
    private boolean opened;
    private long journalEnd;

    /** An entry that the fold could not post. */
    public sealed interface Problem {
        /** A newer peer wrote something that matters: update this node before closing. */
        record UnknownCritical(String device, long sequence, int type) implements Problem {}

        /** Its content breaks a rule of its kind: kept in the journal, not posted. */
        record Unreadable(String device, long sequence, String why) implements Problem {}
    }

    /**
     * @param takenUpTo the last sequence that earlier close-downs of this day took in, 0 for none
     */
    public DeviceDayFold(
            JournalId journal,
            String workstation,
            LocalDate day,
            long takenUpTo,
            CurrencyCode currency) {
        this.journal = journal;
        this.workstation = workstation;
        this.day = day;
        this.takenUpTo = takenUpTo;
        this.totals = new TotalsSum(currency);
    }

    /** The next entry of this device's journal. */
    public void accept(long sequence, Hash hash, EntryBytes bytes) {
        journalEnd = sequence;
        if (sequence <= takenUpTo) return;
        try {
            if (!EntryCodec.header(bytes).businessDay().equals(day)) return;
            take(sequence, hash);
            post(sequence, EntryCodec.decode(bytes));
        } catch (Malformed | IllegalArgumentException | ArithmeticException e) {
            problems.add(
                    new Problem.Unreadable(
                            journal.node().device(), sequence, String.valueOf(e.getMessage())));
        }
    }

    private void take(long sequence, Hash hash) {
        if (first == 0) first = sequence;
        last = sequence;
        head = hash;
    }

    private void post(long sequence, Entry entry) {
        Event event = entry.event();
        totals.add(event);
        if (event instanceof RetailTransaction transaction)
            receipts =
                    receipts.then(
                            entry.header().receipt(),
                            transaction.lines().size(),
                            transaction.total());
        if (event instanceof TillDayClosed closed) zNumber = closed.zNumber();
        if (event instanceof BusinessDayOpened) reopen();
        if (event instanceof Unknown(int type, boolean critical, byte[] _) && critical)
            problems.add(new Problem.UnknownCritical(journal.node().device(), sequence, type));
    }

    /** A day that was over goes on; only its next till Z ends it. */
    private void reopen() {
        opened = true;
        zNumber = 0;
    }

    public JournalId journal() {
        return journal;
    }

    /** Whether the day was opened, or opened again, among the entries taken in here. */
    boolean isOpened() {
        return opened;
    }

    /** Whether there is anything of this day that no earlier close-down took in. */
    public boolean hasEntries() {
        return first > 0;
    }

    public boolean isClosed() {
        return zNumber > 0;
    }

    /** The last sequence it was fed, of any day: the mark the device had. */
    public long journalEnd() {
        return journalEnd;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The day so far; the fold may go on. */
    public TillDay result() {
        return new TillDay(
                journal.node().device(),
                journal.epoch(),
                workstation,
                first,
                last,
                head,
                zNumber,
                totals.totals(),
                receipts);
    }
}
