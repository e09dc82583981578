package io.tidemark.edge.record;

import io.tidemark.ledger.event.BeforeOpening;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TillDayClosed;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workstation's days as its journal tells them: the open one with its figures and receipts, and
 * which were before. Changed by the till's fold only.
 *
 * <pre>
 * state       BusinessDayOpened     sale, return, cash, count     TillDayClosed
 * no day      day open              –                             –
 * day open    –                     added to the day's figures    no day
 * </pre>
 */
final class WorkstationDays {
    private final BeforeOpening early = new BeforeOpening();
    private final DayReceipts receipts = new DayReceipts();
    private @Nullable OpenDay day;
    private LocalDate lastDay = LocalDate.MIN;
    private long lastZ;
    private Carried.@Nullable Day ahead;

    void apply(EntryHeader header, Event event, long sequence) {
        if (event instanceof BusinessDayOpened opened) open(header, opened, sequence);
        if (event instanceof RetailTransaction || event instanceof CurrencyExchanged)
            receipts.add(header.receipt(), sequence);
        OpenDay open = day;
        if (open != null) open.add(header, event);
        else if (event instanceof OperatorSession session) early.add(header.businessDay(), session);
        if (event instanceof TillDayClosed closed) close(closed);
    }

    private void open(EntryHeader header, BusinessDayOpened opened, long sequence) {
        receipts.clear();
        LocalDate date = header.businessDay();
        Carried.Day known = ahead;
        if (known != null && !known.date().isAfter(date)) ahead = null;
        OpenDay fresh =
                known != null && known.date().equals(date)
                        ? new OpenDay(known, sequence)
                        : new OpenDay(date, sequence, opened.currency());
        early.take(date).forEach(fresh::attended);
        day = fresh;
        lastDay = date;
    }

    private void close(TillDayClosed closed) {
        day = null;
        lastZ = closed.zNumber();
    }

    /** Where another journal left the workstation. */
    void start(Carried carried, long sequence) {
        early.forget();
        Carried.Day open = carried.day();
        LocalDate last = carried.lastDay();
        day = open == null ? null : new OpenDay(open, sequence);
        lastDay = last == null ? LocalDate.MIN : last;
        lastZ = Math.max(lastZ, carried.lastZ());
        ahead = carried.ahead();
    }

    Optional<OpenDay> open() {
        return Optional.ofNullable(day);
    }

    /** Never earlier than the last, whatever the clock says. */
    LocalDate next(LocalDate byClock) {
        return byClock.isBefore(lastDay) ? lastDay : byClock;
    }

    /** Where a receipt of the open day stands in this journal. */
    Optional<Long> receipt(long number) {
        return day == null ? Optional.empty() : receipts.sequence(number);
    }

    /** The number of the last till Z, 0 before the first. */
    long lastZ() {
        return lastZ;
    }
}
