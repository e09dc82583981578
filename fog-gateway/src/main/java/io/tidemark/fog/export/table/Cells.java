package io.tidemark.fog.export.table;

import io.tidemark.fog.export.CsvWriter;
import io.tidemark.fog.export.Fitting;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;
import java.math.BigDecimal;

/**
 * Rows for a spreadsheet. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, by OWASP's list (CSV injection): {@code = + - @} and their full-width forms, also
 * behind what is not seen. Tabs and line ends become spaces. Numbers are ours, and stay numbers.
 */
final class Cells {
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

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
        boolean isFormula =
                text.codePoints()
                        .dropWhile(Cells::isNotSeen)
                        .limit(1)
                        .anyMatch(first -> FORMULA.indexOf(first) >= 0);
        String printable = Fitting.text(text, Integer.MAX_VALUE);
        return isFormula ? "'" + printable : printable;
    }

    /** Blanks, control and format characters, which a spreadsheet may drop. */
    private static boolean isNotSeen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}
