package io.tidemark.edge.record;

import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.Optional;

/** The business day a till is in: its figures so far. Changed by the till's fold only. */
final class OpenDay {
    private final LocalDate date;
    private final long first;
    private final TotalsSum sum;
    private final DayLimits limits;
    private ReceiptDigest receipts = ReceiptDigest.NONE;
    private boolean counted;
    private Settling settling = Settling.NOTHING_COUNTED;

    OpenDay(LocalDate date, long first, CurrencyCode currency) {
        this.date = date;
        this.first = first;
        this.sum = new TotalsSum(currency);
        this.limits = new DayLimits(currency);
    }

    /** Goes on with a day that another journal carried over. */
    OpenDay(Carried.Day carried, long first) {
        this.date = carried.date();
        this.first = first;
        this.sum = TotalsSum.from(carried.totals());
        this.limits = new DayLimits(carried);
        this.receipts = carried.receipts();
        this.counted = carried.counted();
    }

    LocalDate date() {
        return date;
    }

    /** Sequence of the entry that opened the day in this journal, or carried it over into it. */
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

    /** How far the count has come; another journal does not say. */
    Settling settling() {
        return settling;
    }

    /** Why this day cannot hold that too. */
    Optional<String> refusal(Event event) {
        return limits.refusal(event);
    }

    /** Somebody signed on before the day was opened. */
    void attended(OperatorSession session) {
        sum.add(session);
        limits.add(session);
    }

    void add(EntryHeader header, Event event) {
        sum.add(event);
        limits.add(event);
        if (event instanceof RetailTransaction transaction)
            receipts =
                    receipts.then(
                            header.receipt(), transaction.lines().size(), transaction.total());
        settling = settling.after(header.operator(), event);
        counted = event instanceof TillCounted || (counted && DayLimits.movedBy(event) == 0);
    }
}
