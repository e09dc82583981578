package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those operators who have a row of their own in a close-down: all, or where they are too many for
 * one entry those with the most receipts. The others stand in one row together, so that the rows
 * still add up to the day.
 */
final class CashiersTold {
    private static final int ALONE = CashierTotal.TOLD_MAX - 1;

    /** Who is called as the others' row is has none alone. */
    private static final Comparator<CashierTotal> BUSIEST_FIRST =
            Comparator.comparing((CashierTotal each) -> each.operator().equals(CashierTotal.OTHERS))
                    .thenComparing(Comparator.comparingLong(CashierTotal::transactions).reversed())
                    .thenComparing(CashierTotal::operator);

    private CashiersTold() {}

    /**
     * @param worked whoever did anything, ascending by operator, as are the rows
     */
    static List<CashierTotal> of(List<CashierTotal> worked, CurrencyCode currency) {
        if (worked.size() <= CashierTotal.TOLD_MAX) return worked;
        List<CashierTotal> ranked = worked.stream().sorted(BUSIEST_FIRST).toList();
        CashierSum others = new CashierSum(currency);
        ranked.stream().skip(ALONE).forEach(others::add);
        return Stream.concat(
                        ranked.stream().limit(ALONE), Stream.of(others.total(CashierTotal.OTHERS)))
                .sorted(Comparator.comparing(CashierTotal::operator))
                .toList();
    }
}
