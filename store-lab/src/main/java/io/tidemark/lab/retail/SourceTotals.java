package io.tidemark.lab.retail;

import java.util.Collection;
import java.util.stream.LongStream;

/** What one store's share of the file comes to: what every tier is held against. */
public record SourceTotals(
        long transactions, long lines, long stockRows, long refusedRows, long grossMinor) {
    static SourceTotals of(Collection<Invoice> invoices, Collection<Row.Refused> strays) {
        return new SourceTotals(
                invoices.stream().filter(Invoice::isTransaction).count(),
                count(invoices, Row.Line.class),
                count(invoices, Row.StockCorrection.class),
                count(invoices, Row.Refused.class) + strays.size(),
                gross(invoices).reduce(0, Math::addExact));
    }

    private static long count(Collection<Invoice> invoices, Class<? extends Row> kind) {
        return invoices.stream()
                .flatMap(invoice -> invoice.rows().stream())
                .filter(kind::isInstance)
                .count();
    }

    private static LongStream gross(Collection<Invoice> invoices) {
        return invoices.stream().mapToLong(Invoice::grossMinor);
    }
}
