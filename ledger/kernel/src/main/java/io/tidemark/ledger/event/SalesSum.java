package io.tidemark.ledger.event;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds sales up by kind, department and VAT key: in place, since every line of every receipt passes
 * here. Amounts are in the one currency whose code it was given. Not safe for use by several
 * threads.
 */
final class SalesSum {
    private final CurrencyCode currency;
    private final Map<SalesKey, Sum> sums = new HashMap<>();

    SalesSum(CurrencyCode currency) {
        this.currency = currency;
    }

    private static final class Sum {
        private long lines;
        private long gross;
        private long tax;

        /** All of it or nothing. */
        void add(long moreLines, long moreGross, long moreTax) {
            long allLines = Math.addExact(lines, moreLines);
            long allGross = Math.addExact(gross, moreGross);
            tax = Math.addExact(tax, moreTax);
            gross = allGross;
            lines = allLines;
        }
    }

    void add(Line line) {
        of(line.details().kind(), line.department(), line.tax())
                .add(1, line.gross().minor(), line.taxAmount().minor());
    }

    void add(SalesTotal part) {
        of(part.kind(), part.department(), part.category())
                .add(part.lines(), part.gross().minor(), part.tax().minor());
    }

    private Sum of(LineKind kind, String department, TaxCategory category) {
        SalesKey key = new SalesKey(kind, department, category);
        Sum known = sums.get(key);
        if (known != null) return known;
        Sum fresh = new Sum();
        sums.put(key, fresh);
        return fresh;
    }

    /** By kind, department and VAT key. */
    List<SalesTotal> totals() {
        List<SalesTotal> totals = new ArrayList<>(sums.size());
        sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> totals.add(total(each.getKey(), each.getValue())));
        return totals;
    }

    private SalesTotal total(SalesKey key, Sum sum) {
        return new SalesTotal(
                key.kind(),
                key.department(),
                key.category(),
                sum.lines,
                new Money(sum.gross, currency),
                new Money(sum.tax, currency));
    }
}
