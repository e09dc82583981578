package io.tidemark.lab.retail;

import java.util.List;

/**
 * An invoice of the day with its rows as they were judged. Numbers that begin with C are returns
 * without a receipt (the data set's own rule).
 */
public record Invoice(String number, List<Row> rows) {
    public Invoice {
        rows = List.copyOf(rows);
    }

    static boolean isReturn(String number) {
        return !number.isEmpty() && (number.charAt(0) == 'C' || number.charAt(0) == 'c');
    }

    public boolean isReturn() {
        return isReturn(number);
    }

    /** Only an invoice with at least one accepted row is a transaction. */
    public boolean isTransaction() {
        return rows.stream().anyMatch(Row.Line.class::isInstance);
    }

    public List<Row.Line> lines() {
        return rows.stream().filter(Row.Line.class::isInstance).map(Row.Line.class::cast).toList();
    }

    /** The signed sum of the line amounts. */
    public long grossMinor() {
        return lines().stream().mapToLong(Row.Line::amountMinor).reduce(0, Math::addExact);
    }
}
