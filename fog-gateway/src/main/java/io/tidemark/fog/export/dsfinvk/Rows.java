package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.CsvWriter;
import io.tidemark.fog.export.Fitting;
import io.tidemark.fog.export.Period;
import io.tidemark.fog.export.Register;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Writes a table's rows, field by field in its columns' order, each as its column says. */
final class Rows {
    static final char DELIMITER = ';';
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final int AMOUNT_DECIMALS = 2;

    private final Table table;
    private final CsvWriter csv;
    private int next;

    Rows(Table table, OutputStream out) {
        this.table = table;
        this.csv = new CsvWriter(out, DELIMITER);
        table.columns().forEach(column -> csv.text(column.name()));
        csv.end();
    }

    static String time(OffsetDateTime at) {
        return TIME.format(at);
    }

    /** Begins a row of this closing. */
    Rows of(Register register, Period period) {
        return text(register.workstation()).text(time(period.at())).number(period.zNumber());
    }

    Rows text(String value) {
        Table.Column column = column();
        csv.text(
                switch (column.kind()) {
                    case A -> Fitting.text(value, column.size());
                    case I -> Fitting.name(value, column.size());
                    case N, M -> throw new IllegalArgumentException(column + " is a number");
                });
        return this;
    }

    Rows number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    Rows number(BigDecimal value) {
        Table.Column column = column();
        return bare(value.setScale(column.size(), RoundingMode.HALF_UP));
    }

    Rows amount(Money amount) {
        column();
        BigDecimal value = amount.decimal();
        return bare(
                value.setScale(Math.max(AMOUNT_DECIMALS, value.scale()), RoundingMode.UNNECESSARY));
    }

    /** So many fields that there is nothing for. */
    Rows nothing(int fields) {
        for (int i = 0; i < fields; i++)
            if (column().kind().isNumeric()) csv.bare("");
            else csv.text("");
        return this;
    }

    void end() {
        if (next != table.columns().size())
            throw new IllegalStateException(table.file() + ": a row of " + next + " fields");
        csv.end();
        next = 0;
    }

    void flush() {
        csv.flush();
    }

    private Rows bare(BigDecimal value) {
        csv.bare(value.toPlainString().replace('.', ','));
        return this;
    }

    private Table.Column column() {
        return table.columns().get(next++);
    }
}
