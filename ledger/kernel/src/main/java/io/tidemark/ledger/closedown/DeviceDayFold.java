package io.tidemark.ledger.closedown;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds one device's entries of one business day. Fed with the whole journal or any part of it in
 * order; it takes in the entries of its day after {@code takenUpTo}, and from those before it
 * learns how the day stood. Not safe for use by several threads.
 */
public final class DeviceDayFold implements EntryVisitor {
    private final JournalId journal;
    private final String workstation;
    private final LocalDate day;
    private final long takenUpTo;
    private final TotalsSum totals;
    private final DetailsSum details;
    private final WorkstationFold till = new WorkstationFold();
    private final Set<EpochGrant> grants = new LinkedHashSet<>();
    private final DayProblems problems;
    private final Covered covered = new Covered();
    private long zNumber;
    private State state = State.UNTOUCHED;
    private TillDay.@Nullable Continued continued;
    private long journalEnd;
    private long knownEnd;
    private Repeats repeats = Repeats.NONE;
    private boolean isPruned;
    private boolean isAddedUp;
    private boolean isWaitedForOnlyOpen;
    private boolean handsIn = true;

    /** How the day stands after the entries it was fed. */
    enum State {
        UNTOUCHED,
        OPEN,
        CLOSED
    }

    /** An entry that the fold could not post, or cannot bear out. */
    public sealed interface Problem {
        /** A newer peer wrote something that matters: update this node before closing. */
        record UnknownCritical(String device, long sequence, int type) implements Problem {}

        /** Its content breaks a rule of its kind: kept in the journal, not posted. */
        record Unreadable(String device, long sequence, String why) implements Problem {}

        /** A till Z says something else than its entries, with what was carried over to them. */
        record TillZDiffers(String device, long sequence, String why) implements Problem {}
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
        this.details = new DetailsSum(day, currency);
        this.problems = new DayProblems(journal.node().device());
    }

    /**
     * Entries that another epoch of the device has, too, and counts: they belong to the day's part
     * of this journal and add nothing to it. To be told before it is fed.
     */
    public DeviceDayFold repeating(Repeats known) {
        repeats = known;
        return this;
    }

    /**
     * By the rules of an earlier close-down. To be told before it is fed.
     *
     * @param rules before the fourth, a count after a till Z took the place of the one before it,
     *     and one of a till that was left out stood whatever had moved since; what a float cost and
     *     exchanges that were refused were not known
     */
    public DeviceDayFold byRules(int rules) {
        handsIn = rules >= CloseDown.RULES_HANDING_IN;
        return this;
    }

    /**
     * What the journal's first entry says about the one it goes on from. To be told where the fold
     * is not fed from the first entry on.
     */
    public void begins(EntryBytes firstEntry) {
        try {
            if (EntryCodec.decode(firstEntry).event() instanceof JournalContinued from)
                begins(from);
        } catch (Malformed keptUnposted) {
            // A problem of the day it belongs to, which lists it.
        }
    }

    /** The same, where it is read already. */
    public void begins(JournalContinued from) {
        grants.add(from.grant());
        Carried.Day ahead = from.carried().ahead();
        if (ahead != null && ahead.date().equals(day)) till.expects(ahead);
    }

    /**
     * How far the journal had come, of any day, where the fold is not fed to its end.
     *
     * @param end the last sequence
     */
    public void reached(long end) {
        journalEnd = Math.max(journalEnd, end);
    }

    /**
     * How far the journal goes as others know, where nothing that is here says so; what is lacking
     * may be of the day.
     *
     * @param end its last sequence, 0 where nobody knows of more
     */
    public DeviceDayFold known(long end) {
        knownEnd = end;
        return this;
    }

    /**
     * It opens its day by itself when it is used, so a day that it has not opened is not waited
     * for: a handheld's.
     */
    public DeviceDayFold waitedForOnlyOpen(boolean only) {
        isWaitedForOnlyOpen = only;
        return this;
    }

    boolean isWaitedForOnlyOpen() {
        return isWaitedForOnlyOpen;
    }

    /**
     * Takes in what was added up elsewhere. To be told once, when it was fed the entry that opened
     * the day and no other one that has an amount; from then on it is fed only those that were not
     * added up, and is told where the journal {@linkplain #reached ends}.
     *
     * @throws IllegalArgumentException if a part of it alone is in an earlier close-down
     */
    public void taking(AddedUp added) {
        AddedUp.Chained chained = added.chained();
        boolean fresh = chained.first() > takenUpTo;
        if (!fresh && chained.last() > takenUpTo)
            throw new IllegalArgumentException(
                    "entries " + chained.first() + " to " + chained.last() + " are in part taken");
        till.taking(added);
        isAddedUp = true;
        details.goods().add(added.movements());
        if (!fresh) return;
        covered.all(chained);
        totals.add(added.totals());
        details.add(added.details());
        details.take(chained.leaves());
    }

    /** The next entry of this device's journal. */
    @Override
    public void entry(long sequence, Hash hash, EntryBytes bytes) {
        journalEnd = sequence;
        if (sequence == 1) begins(bytes);
        boolean fresh = sequence > takenUpTo;
        try {
            EntryHeader header = EntryCodec.header(bytes);
            if (!header.businessDay().equals(day)) return;
            if (fresh) take(sequence, hash);
            Entry entry = EntryCodec.decode(header, bytes);
            if (fresh && !repeats.contains(sequence)) post(sequence, entry);
            if (!fresh && handsIn && entry.event() instanceof TillDayClosed closed)
                if (!repeats.contains(sequence)) totals.handedInBefore(closed.totals());
            if (!fresh) details.seen(sequence, entry);
            if (fresh && sequence == 1 && entry.event() instanceof JournalContinued from)
                continued = TillDay.Continued.of(from);
            follow(entry, fresh);
        } catch (Malformed | IllegalArgumentException | ArithmeticException e) {
            if (fresh) problems.unreadable(sequence, e);
        }
    }

    /**
     * In the place of a receipt that was pruned, which an earlier close-down took in. What the
     * day's entries sum up to cannot be said any more, and a till Z not be compared.
     *
     * @throws EntryPruned if no close-down has taken it in
     */
    @Override
    public void pruned(PrunedEntry left) {
        journalEnd = left.sequence();
        if (!left.header().businessDay().equals(day)) return;
        if (left.sequence() > takenUpTo) throw new EntryPruned(left);
        isPruned = true;
    }

    private void take(long sequence, Hash hash) {
        if (isAddedUp) return;
        covered.take(sequence, hash);
        details.take(hash);
    }

    private void post(long sequence, Entry recorded) {
        Entry entry = handsIn ? recorded : OlderRules.known(recorded);
        Event event = entry.event();
        if (handsIn || !(event instanceof TillDayClosed)) totals.add(event);
        details.add(sequence, entry);
        if (!isAddedUp && event instanceof RetailTransaction transaction)
            covered.receipt(entry.header().receipt(), transaction);
        if (event instanceof TillDayClosed closed) check(sequence, closed);
        if (event instanceof Unknown(int type, boolean critical, byte[] _) && critical)
            problems.unknown(sequence, type);
    }

    /**
     * A till Z covers its day since it was opened, carried over from a predecessor or not. Where
     * the fold has not seen that far back, nothing can be said.
     */
    private void check(long sequence, TillDayClosed closed) {
        Carried.Day own = till.carried().day();
        if (isPruned || own == null || !own.date().equals(day)) return;
        problems.compared(sequence, closed, own);
    }

    /** A day that was over and was opened again goes on; only its next till Z ends it. */
    private void follow(Entry entry, boolean fresh) {
        till.apply(entry);
        if (entry.event() instanceof TillDayClosed closed) {
            state = State.CLOSED;
            zNumber = fresh ? closed.zNumber() : 0;
        } else if (till.isOpen(day)) {
            state = State.OPEN;
            zNumber = 0;
        }
    }

    public JournalId journal() {
        return journal;
    }

    /** The journals that this one goes on from, as far as the fold was told. */
    Set<JournalId> predecessors() {
        return grants.stream().map(EpochGrant::continued).collect(Collectors.toUnmodifiableSet());
    }

    /** By which it goes on from them, and which say where they ended. */
    Set<EpochGrant> grants() {
        return Set.copyOf(grants);
    }

    State state() {
        return state;
    }

    /** Whether there is anything of this day that no earlier close-down took in. */
    public boolean hasEntries() {
        return covered.first() > 0;
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** The last sequence it was fed or told of, of any day: the mark the device had. */
    public long journalEnd() {
        return journalEnd;
    }

    /** Whether it goes on beyond what the fold was fed or told of. */
    boolean isShort() {
        return journalEnd < knownEnd;
    }

    public List<Problem> problems() {
        return problems.all();
    }

    /** What it has for the store's details of the day. */
    DetailsSum details() {
        return details;
    }

    /** Whether an earlier close-down of the day took this entry in. */
    boolean isTaken(long sequence) {
        return sequence <= takenUpTo;
    }

    /** The day so far; the fold may go on. */
    public TillDay result() {
        return new TillDay(
                journal.node().device(),
                journal.epoch(),
                workstation,
                covered.first(),
                covered.last(),
                covered.head(),
                zNumber,
                handsIn && state != State.CLOSED ? totals.unsettled() : totals.totals(),
                covered.receipts(),
                continued);
    }
}
