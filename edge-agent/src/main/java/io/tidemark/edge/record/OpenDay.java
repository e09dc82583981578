package io.tidemark.edge.record;

import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;

/** The business day a till is in: its figures so far. Changed by the till's fold only. */
final class OpenDay {
    /**
     * Minor units that may move in one day, all amounts counted positive: 2⁵³, what a page's
     * JavaScript counts exactly. So no sum of a day, nor of a store of 500 tills, can leave 63
     * bits.
     */
    static final long MOVED_MAX = 1L << 53;

    private final LocalDate date;
    private final long first;
    private final TotalsSum sum;
    private ReceiptDigest receipts = ReceiptDigest.NONE;
    private long moved;
    private boolean counted;

    OpenDay(LocalDate date, long first, CurrencyCode currency) {
        this.date = date;
        this.first = first;
        this.sum = new TotalsSum(currency);
    }

    LocalDate date() {
        return date;
    }

    /** Sequence of the entry that opened the day. */
    long first() {
        return first;
    }

    Totals totals() {
        return sum.totals();
    }

    ReceiptDigest receipts() {
        return receipts;
    }

    /** Whether the drawer was counted, and nothing has moved in it since. */
    boolean isCounted() {
        return counted;
    }

    boolean hasRoomFor(Event event) {
        try {
            return Math.addExact(moved, movedBy(event)) <= MOVED_MAX;
        } catch (ArithmeticException beyondSixtyThreeBits) {
            return false;
        }
    }

    void add(long receipt, Event event) {
        sum.add(event);
        moved = Math.addExact(moved, movedBy(event));
        if (event instanceof RetailTransaction transaction)
            receipts = receipts.then(receipt, transaction.lines().size(), transaction.total());
        counted = event instanceof TillCounted || (counted && movedBy(event) == 0);
    }

    private static long movedBy(Event event) {
        return switch (event) {
            case RetailTransaction transaction -> {
                long sum = transaction.change().minor();
                for (var line : transaction.lines()) sum = Math.addExact(sum, size(line.gross()));
                for (var tender : transaction.tenders())
                    sum = Math.addExact(sum, size(tender.amount()));
                yield sum;
            }
            case TillOpened opened -> {
                long sum = 0;
                for (Money amount : opened.cashFloat()) sum = Math.addExact(sum, size(amount));
                yield sum;
            }
            case CashMovement movement -> size(movement.amount());
            case io.tidemark.ledger.event.BusinessDayOpened _,
                    io.tidemark.ledger.event.NoSale _,
                    TillCounted _,
                    io.tidemark.ledger.event.TillDayClosed _,
                    io.tidemark.ledger.event.MasterDataAdopted _,
                    io.tidemark.ledger.event.StoreDayClosed _,
                    io.tidemark.ledger.event.Unknown _ ->
                    0;
        };
    }

    private static long size(Money amount) {
        return Math.absExact(amount.minor());
    }
}
