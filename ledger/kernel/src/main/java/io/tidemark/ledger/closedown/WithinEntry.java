package io.tidemark.ledger.closedown;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import java.util.stream.Stream;

/**
 * Has a close-down tell less of what it tells twice, where one entry would not hold it: a day must
 * be closable however many tills sold of however many departments. By the bytes of its event, so
 * that everybody who folds it again does the same.
 */
final class WithinEntry {
    /** Leaves room for the header, and for fields that are added later. */
    static final int BYTES_MAX = Limits.ENTRY_BYTES_MAX - (512 << 10);

    /** What a row of any list takes at most: three codes and a dozen of figures. */
    private static final long ROW_BYTES_MAX = 700;

    private WithinEntry() {}

    /** First the tills' parts tell their sales by VAT alone, then the store's totals do. */
    static StoreDayClosed of(StoreDayClosed told) {
        if (fits(told)) return told;
        StoreDayClosed less =
                told.with(told.tills().stream().map(WithinEntry::less).toList(), told.totals());
        return fits(less) ? less : less.with(less.tills(), less.totals().withoutDepartments());
    }

    private static TillDay less(TillDay part) {
        return part.with(part.totals().withoutDepartments());
    }

    private static boolean fits(StoreDayClosed told) {
        return rows(told) * ROW_BYTES_MAX <= BYTES_MAX || EntryCodec.size(told) <= BYTES_MAX;
    }

    /** Of all lists that grow with the day. */
    private static long rows(StoreDayClosed told) {
        long rows = told.without().size();
        rows += told.tills().size();
        rows +=
                Stream.concat(Stream.of(told.totals()), told.tills().stream().map(TillDay::totals))
                        .mapToLong(WithinEntry::rows)
                        .sum();
        if (told.details() == null) return rows;
        for (CashierTotal cashier : told.details().cashiers()) rows += 1 + cashier.tallies().size();
        return rows + told.details().hours().size() + told.details().exchange().size();
    }

    private static long rows(Totals totals) {
        return (long) totals.sales().size()
                + totals.tenders().size()
                + totals.tallies().size()
                + totals.stock().size()
                + totals.exchange().size();
    }
}
