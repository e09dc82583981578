package io.tidemark.fog.columns;

import io.tidemark.fog.columns.NewestDays.Day;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.AddedUp;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The columns of a store's devices, of its newest days. May be used by any thread: whoever reads
 * more into them does so for a moment, and whoever adds a day up keeps the others waiting.
 */
public final class Columns {
    /** Entries read between two looks at how much memory there is. */
    static final int SLICE = 4_096;

    private final long bytesMax;
    private final CurrencyCode currency;
    private final NewestDays days;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * A device's day that is to be folded.
     *
     * @param fold told all it has to know before it is fed
     * @param reach the day, and how far the journal is taken into account
     * @param takenUpTo the last sequence that earlier close-downs of this day took in
     * @param isPlain whether no other epoch has anything to do with it
     */
    public record Wanted(
            DeviceDayFold fold,
            DeviceJournal journal,
            DeviceJournal.Reach reach,
            long takenUpTo,
            boolean isPlain) {
        /** What is in part in an earlier close-down is folded from the journal. */
        private boolean isExpressible() {
            return isPlain
                    && reach.span()
                            .filter(span -> takenUpTo < span.first() || takenUpTo >= span.last())
                            .isPresent();
        }

        private boolean isFresh() {
            return reach.span().filter(span -> takenUpTo < span.first()).isPresent();
        }
    }

    /**
     * @param bytesMax of all columns together
     * @param currency the store's
     */
    public Columns(long bytesMax, CurrencyCode currency) {
        this.bytesMax = bytesMax;
        this.currency = currency;
        this.days = new NewestDays(currency);
    }

    /** Does this while nothing more is read into any columns. */
    public <T> T still(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads what a journal has of the store's newest days and is not in memory.
     *
     * @return whether there is more
     */
    public boolean follow(DeviceJournal journal) {
        return still(() -> {
            saw(journal);
            boolean more = false;
            for (Day day : days.all()) more |= follow(day, journal);
            return more;
        });
    }

    /** Only up to its last entry: what comes after is of a newer day, which is read by itself. */
    private boolean follow(Day day, DeviceJournal journal) {
        boolean more =
                journal.day(day.date)
                        .map(span -> new DeviceJournal.Reach(span.last(), Optional.of(span)))
                        .filter(reach -> read(day, journal, reach))
                        .isPresent();
        if (!more) day.names.productOrder.now();
        return more;
    }

    private void saw(DeviceJournal journal) {
        bytes.addAndGet(-days.saw(journal));
    }

    /**
     * Feeds each of the folds: from columns on all cores, or from its journal. A day that is none
     * of the newest leaves memory as it is.
     */
    public void feed(LocalDate date, List<Wanted> wanted) {
        still(() -> {
            wanted.forEach(each -> saw(each.journal()));
            days.of(date)
                    .ifPresentOrElse(
                            day -> feed(day, wanted),
                            () -> wanted.parallelStream().forEach(Columns::replay));
            return wanted.size();
        });
    }

    private void feed(Day day, List<Wanted> wanted) {
        Map<JournalId, DayColumns> columns = columns(day, wanted);
        Map<JournalId, AddedUp> added = added(wanted, columns, day);
        wanted.parallelStream().forEach(each -> feed(each, columns, added));
    }

    /** Those that have it, each up to its reach. */
    private Map<JournalId, DayColumns> columns(Day day, List<Wanted> wanted) {
        Map<JournalId, DayColumns> columns = new ConcurrentHashMap<>();
        wanted.parallelStream()
                .filter(Wanted::isExpressible)
                .forEach(each ->
                        whole(day, each).ifPresent(own -> columns.put(each.journal().id(), own)));
        return columns;
    }

    private Optional<DayColumns> whole(Day day, Wanted wanted) {
        boolean goesOn = true;
        while (goesOn) goesOn = read(day, wanted.journal(), wanted.reach());
        return day.columns(wanted.journal().id()).filter(DayColumns::isExpressible);
    }

    /** What is in an earlier close-down is not told with what is not. */
    private Map<JournalId, AddedUp> added(
            List<Wanted> wanted, Map<JournalId, DayColumns> columns, Day day) {
        ColumnFold fold = new ColumnFold(currency, day.names);
        Map<JournalId, AddedUp> added = new HashMap<>();
        for (boolean isFresh : List.of(true, false)) {
            List<JournalId> journals =
                    wanted.stream()
                            .filter(each -> each.isFresh() == isFresh)
                            .map(each -> each.journal().id())
                            .filter(columns::containsKey)
                            .toList();
            List<AddedUp> sums = fold.of(journals.stream().map(columns::get).toList());
            for (int i = 0; i < sums.size(); i++) added.put(journals.get(i), sums.get(i));
        }
        return added;
    }

    private static void feed(
            Wanted wanted, Map<JournalId, DayColumns> columns, Map<JournalId, AddedUp> added) {
        JournalId journal = wanted.journal().id();
        DayColumns own = columns.get(journal);
        AddedUp sums = added.get(journal);
        if (own == null || sums == null) {
            replay(wanted);
            return;
        }
        DeviceDayFold fold = wanted.fold();
        own.upToOpening().forEach(each -> each.feed(fold));
        fold.taking(sums);
        own.afterOpening().forEach(each -> each.feed(fold));
        fold.reached(wanted.reach().end());
    }

    /**
     * Entries before the day's first say nothing to the fold but for how the journal begins, so it
     * is fed from there; one with nothing of the day still has to see where the journal ends.
     */
    private static void replay(Wanted wanted) {
        long end = wanted.reach().end();
        long first = wanted.reach().span().map(DaySpan::first).orElse(end);
        // More may have come since; it is the supplement's.
        if (end > 0) wanted.journal().journal().replay(Math.max(1, first), end, wanted.fold());
    }

    /** Reads a slice more, if there is any; whether there is then more still. */
    private boolean read(Day day, DeviceJournal journal, DeviceJournal.Reach reach) {
        return day.columns(journal.id())
                .filter(columns -> read(columns, journal, reach))
                .filter(columns -> hasRoom(day, journal, columns))
                .filter(columns -> columns.fedUpTo() < reach.end())
                .isPresent();
    }

    private boolean read(DayColumns columns, DeviceJournal journal, DeviceJournal.Reach reach) {
        long first = reach.span().map(DaySpan::first).orElse(Long.MAX_VALUE);
        long from = Math.max(columns.fedUpTo() + 1, first);
        long to = Math.min(reach.end(), from + SLICE - 1);
        if (from > to) return false;
        long before = columns.bytes();
        journal.journal().replay(from, to, columns);
        bytes.addAndGet(columns.bytes() - before);
        return true;
    }

    /** An older day makes way for a newer one: it was most likely closed by now. */
    private boolean hasRoom(Day day, DeviceJournal journal, DayColumns columns) {
        if (bytes.get() > bytesMax) bytes.addAndGet(-days.giveUpBefore(day));
        if (bytes.get() <= bytesMax) return true;
        day.giveUp(journal.id());
        bytes.addAndGet(-columns.bytes());
        return false;
    }

    /** Of all columns in memory. */
    public long bytes() {
        return bytes.get();
    }
}
