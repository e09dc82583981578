package io.tidemark.fog.columns;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.closedown.AddedUp;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.merkle.LeafHashes;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One device's entries of one day: sales and returns as numbers, all others as they are. Fed with
 * its journal from the day's first entry on, in order. Not safe for use by several threads.
 */
final class DayColumns implements EntryVisitor {
    /** Of what an entry that is kept as it is takes besides its bytes. */
    private static final int KEPT_BYTES = 120;

    final ReceiptTables tables;
    private final LocalDate day;
    private final CurrencyCode currency;
    private final LeafHashes leaves = LeafHashes.withRuns();
    private final List<Kept> kept = new ArrayList<>();
    private ReceiptDigest digest = ReceiptDigest.NONE;
    private long first;
    private long last;
    private Hash head = ReceiptDigest.NONE.hash();
    private long fedUpTo;
    private long keptBytes;
    private Stage stage = Stage.BEFORE_OPENING;
    private boolean isCounted;

    /** An entry that is folded as it is. */
    record Kept(long sequence, Hash hash, EntryBytes bytes) {
        void feed(EntryVisitor fold) {
            fold.entry(sequence, hash, bytes);
        }

        private boolean opens() {
            return type() == EventType.BUSINESS_DAY_OPENED.code();
        }

        private int type() {
            try {
                return EntryCodec.header(bytes).type();
            } catch (Malformed unreadable) {
                return 0;
            }
        }
    }

    /**
     * <pre>
     *                    opened    receipt         till Z
     * BEFORE_OPENING     OPEN      INEXPRESSIBLE   INEXPRESSIBLE
     * OPEN               INEXPR.   OPEN            CLOSED
     * CLOSED             INEXPR.   INEXPRESSIBLE   INEXPRESSIBLE
     * INEXPRESSIBLE      for ever: the journal is folded entry by entry
     * </pre>
     */
    private enum Stage {
        BEFORE_OPENING,
        OPEN,
        CLOSED,
        INEXPRESSIBLE
    }

    DayColumns(LocalDate day, CurrencyCode currency, DayNames names) {
        this.day = day;
        this.currency = currency;
        this.tables = new ReceiptTables(day, currency, names);
    }

    /** The last entry it was fed, of any day; 0 before the first. */
    long fedUpTo() {
        return fedUpTo;
    }

    /**
     * Whether what it was fed can be added up from it: not where a drawer was counted and the day
     * is not over, for what a count says depends on what came after it.
     */
    boolean isExpressible() {
        return stage == Stage.CLOSED || (stage == Stage.OPEN && !isCounted);
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes bytes) {
        fedUpTo = sequence;
        if (stage == Stage.INEXPRESSIBLE) return;
        try {
            EntryHeader header = EntryCodec.header(bytes);
            if (header.businessDay().equals(day)) take(sequence, hash, bytes, header);
        } catch (Malformed ofNoDay) {
            keep(sequence, hash, bytes);
        }
    }

    /** Its receipts are in an earlier close-down; this one is folded from the journal. */
    @Override
    public void pruned(PrunedEntry left) {
        fedUpTo = left.sequence();
        stage = Stage.INEXPRESSIBLE;
    }

    private void take(long sequence, Hash hash, EntryBytes bytes, EntryHeader header) {
        if (first == 0) first = sequence;
        last = sequence;
        head = hash;
        leaves.add(hash);
        if (!isAdded(sequence, header, bytes)) keep(sequence, hash, bytes);
    }

    /** Whether nothing of it has to be folded any more. */
    private boolean isAdded(long sequence, EntryHeader header, EntryBytes bytes) {
        int type = header.type();
        if (type == EventType.BUSINESS_DAY_OPENED.code()) opened(bytes);
        if (type == EventType.TILL_COUNTED.code()) isCounted = true;
        if (type == EventType.TILL_DAY_CLOSED.code())
            stage = stage == Stage.OPEN ? Stage.CLOSED : Stage.INEXPRESSIBLE;
        boolean isReceipt =
                type == EventType.SALE_COMPLETED.code()
                        || type == EventType.GOODS_RETURNED.code()
                        || type == EventType.POST_VOIDED.code();
        return isReceipt && isReceiptAdded(sequence, header, bytes);
    }

    private void opened(EntryBytes bytes) {
        boolean fits =
                EntryCodec.decode(bytes).event() instanceof BusinessDayOpened opened
                        && opened.currency().equals(currency);
        stage = fits && stage == Stage.BEFORE_OPENING ? Stage.OPEN : Stage.INEXPRESSIBLE;
    }

    private boolean isReceiptAdded(long sequence, EntryHeader header, EntryBytes bytes) {
        try {
            return EntryCodec.decode(header, bytes).event() instanceof RetailTransaction transaction
                    && isAdded(sequence, header, transaction);
        } catch (Malformed foundWhenItIsFolded) {
            return false;
        } catch (IllegalArgumentException | ArithmeticException half) {
            // What the fold of such an entry leaves behind, only that fold can say.
            stage = Stage.INEXPRESSIBLE;
            return true;
        }
    }

    private boolean isAdded(long sequence, EntryHeader header, RetailTransaction transaction) {
        if (stage != Stage.OPEN || !transaction.currency().equals(currency)) {
            stage = Stage.INEXPRESSIBLE;
            return true;
        }
        digest = digest.then(header.receipt(), transaction.lines().size(), transaction.total());
        return !(transaction instanceof PostVoided) && tables.take(sequence, header, transaction);
    }

    private void keep(long sequence, Hash hash, EntryBytes bytes) {
        kept.add(new Kept(sequence, hash, bytes));
        keptBytes += KEPT_BYTES + bytes.size();
    }

    /** Those that are folded one by one up to where the day was opened. */
    List<Kept> upToOpening() {
        return kept.subList(0, opening() + 1);
    }

    /** Those after. */
    List<Kept> afterOpening() {
        return kept.subList(opening() + 1, kept.size());
    }

    private int opening() {
        for (int i = 0; i < kept.size(); i++) if (kept.get(i).opens()) return i;
        throw new IllegalStateException("a day that is expressible was opened");
    }

    AddedUp.Chained chained() {
        return new AddedUp.Chained(first, last, head, leaves, digest);
    }

    /** Nothing before it was fed: only then it is counted. */
    long bytes() {
        if (fedUpTo == 0) return 0;
        return tables.bytes() + leaves.bytes() + keptBytes;
    }
}
