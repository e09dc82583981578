package io.tidemark.fog.export.table;

import io.tidemark.fog.export.CsvWriter;
import io.tidemark.fog.export.Fitting;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;
import java.math.BigDecimal;

/**
 * Rows for a spreadsheet. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, by OWASP's list (CSV injection): {@code = + - @}, their full-width forms, tab and
 * carriage return, also behind spaces. Numbers are ours, and stay numbers.
 */
final class Cells {
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final CsvWriter csv;

    Cells(OutputStream out, String... columns) {
        csv = new CsvWriter(out, ',');
        for (String column : columns) csv.bare(column);
        csv.end();
    }

    Cells text(String text) {
        csv.text(safe(text));
        return this;
    }

    Cells number(long number) {
        csv.bare(Long.toString(number));
        return this;
    }

    Cells number(BigDecimal number) {
        csv.bare(number.toPlainString());
        return this;
    }

    /** Its amount; which currency stands in a column of its own. */
    Cells amount(Money amount) {
        return number(amount.decimal());
    }

    Cells nothing() {
        csv.bare("");
        return this;
    }

    void end() {
        csv.end();
    }

    void flush() {
        csv.flush();
    }

    static String safe(String text) {
        boolean isFormula = begins(text) || begins(text.stripLeading());
        String printable = Fitting.text(text, Integer.MAX_VALUE);
        return isFormula ? "'" + printable : printable;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
