package io.tidemark.ledger.closedown;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.BeforeOpening;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.MinorUnitsMoved;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Folds a workstation's journal into what its successor must know, entry by entry from the first. A
 * journal that itself goes on from another one starts where that one stood, so that many journals,
 * one after the other, give what a single unbroken one would have. Not safe for use by several
 * threads.
 */
public final class WorkstationFold {
    private final BeforeOpening early = new BeforeOpening();
    private @Nullable OpenDay day;
    private @Nullable LocalDate lastDay;
    private int shift;
    private String operator = "";
    private long lastReceipt;
    private long lastZ;
    private @Nullable MasterDataAdopted masterData;
    private Carried.@Nullable Day ahead;

    /**
     * The next entry. One whose content breaks a rule of its kind is passed over, as a close-down
     * does.
     */
    public void accept(EntryBytes bytes) {
        try {
            header(EntryCodec.header(bytes));
            apply(EntryCodec.decode(bytes));
        } catch (Malformed | IllegalArgumentException | ArithmeticException keptUnposted) {
            // It stays in its journal, and whoever folds the day lists it as a problem.
        }
    }

    /**
     * Of a receipt that was pruned: its day is over, and all that is left to know is in its header.
     */
    public void pruned(EntryHeader left) {
        header(left);
    }

    public Carried carried() {
        OpenDay open = day;
        return new Carried(
                open == null ? null : open.carried(),
                lastDay,
                shift,
                operator,
                lastReceipt,
                lastZ,
                masterData,
                ahead);
    }

    private void header(EntryHeader header) {
        lastReceipt = Math.max(lastReceipt, header.receipt());
        if (header.shift() == 0) return;
        shift = header.shift();
        operator = header.operator();
    }

    /** Whether this day was opened and has no till Z since. */
    boolean isOpen(LocalDate date) {
        OpenDay open = day;
        return open != null && open.date.equals(date);
    }

    /** What a journal's first entry says of a day, where that entry itself is of another one. */
    void expects(Carried.Day day) {
        ahead = day;
    }

    /** What was added up elsewhere, of the day that is open. */
    void taking(AddedUp added) {
        OpenDay open = day;
        if (open == null) throw new IllegalStateException("no day is open to take receipts in");
        open.taking(added);
    }

    void apply(Entry entry) {
        Event event = entry.event();
        if (event instanceof JournalContinued continued) startFrom(continued.carried());
        LocalDate date = entry.header().businessDay();
        if (event instanceof BusinessDayOpened opened) {
            lastDay = date;
            day = opened(date, opened);
        }
        if (day == null && event instanceof OperatorSession session) early.add(date, session);
        OpenDay open = day;
        if (open != null) open.add(entry.header().receipt(), event);
        if (event instanceof TillDayClosed closed) {
            day = null;
            lastZ = closed.zNumber();
        }
        if (event instanceof MasterDataAdopted adopted) masterData = adopted;
    }

    private OpenDay opened(LocalDate date, BusinessDayOpened opened) {
        Carried.Day known = ahead;
        if (known != null && !known.date().isAfter(date)) ahead = null;
        OpenDay fresh =
                known != null && known.date().equals(date)
                        ? new OpenDay(known)
                        : OpenDay.fresh(date, new TotalsSum(opened.currency()));
        early.take(date).forEach(session -> fresh.add(0, session));
        return fresh;
    }

    /** A branch may hold such an entry itself: no number that was reached before is forgotten. */
    private void startFrom(Carried carried) {
        early.forget();
        Carried.Day open = carried.day();
        day = open == null ? null : new OpenDay(open);
        lastDay = carried.lastDay();
        if (carried.shift() >= shift) operator = carried.operator();
        shift = Math.max(shift, carried.shift());
        lastReceipt = Math.max(lastReceipt, carried.lastReceipt());
        lastZ = Math.max(lastZ, carried.lastZ());
        masterData = carried.masterData();
        ahead = carried.ahead();
    }

    /** The figures that the next till Z will have. */
    private static final class OpenDay {
        private final LocalDate date;
        private final TotalsSum sum;
        private ReceiptDigest receipts;
        private boolean isAddedUp;
        private boolean counted;
        private long moved;

        OpenDay(Carried.Day carried) {
            this(carried.date(), TotalsSum.from(carried.totals()), carried.receipts());
            counted = carried.counted();
            moved = carried.moved();
        }

        private OpenDay(LocalDate date, TotalsSum sum, ReceiptDigest receipts) {
            this.date = date;
            this.sum = sum;
            this.receipts = receipts;
        }

        static OpenDay fresh(LocalDate date, TotalsSum nothing) {
            return new OpenDay(date, nothing, ReceiptDigest.NONE);
        }

        void add(long receipt, Event event) {
            long moving = MinorUnitsMoved.by(event);
            moved = Math.addExact(moved, moving);
            sum.add(event);
            if (!isAddedUp && event instanceof RetailTransaction transaction)
                receipts = receipts.then(receipt, transaction.lines().size(), transaction.total());
            counted = event instanceof TillCounted || (counted && moving == 0);
        }

        void taking(AddedUp added) {
            sum.add(added.totals());
            receipts = added.chained().receipts();
            isAddedUp = true;
        }

        Carried.Day carried() {
            return new Carried.Day(date, sum.totals(), receipts, counted, moved);
        }
    }
}
