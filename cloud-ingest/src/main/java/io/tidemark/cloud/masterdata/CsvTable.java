package io.tidemark.cloud.masterdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table row by row (RFC 4180; commas or semicolons, UTF-8 with or without a byte-order
 * mark), and goes on after a bad row.
 */
final class CsvTable {
    private static final int HEADER_CHARACTERS_MAX = 10_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Table table;
    private final CsvFaults faults;
    private final boolean mayBeEmpty;

    /**
     * @param mayBeEmpty whether a table without a row is meant: all that it had goes then
     */
    CsvTable(Table table, CsvFaults faults, boolean mayBeEmpty) {
        this.table = table;
        this.faults = faults;
        this.mayBeEmpty = mayBeEmpty;
    }

    interface RowReader {
        void read(CsvRow row) throws IOException;
    }

    void read(Path file, RowReader reader) throws IOException {
        try (BufferedReader text = open(file);
                CSVParser parser = format(text).parse(text)) {
            if (hasItsColumns(parser.getHeaderNames())) rows(parser, reader);
        } catch (CharacterCodingException e) {
            notUtf8(1);
        } catch (IllegalArgumentException e) {
            faults.add(table, 1, null, "the column names cannot be read: " + e.getMessage());
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file),
                                UTF_8.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) text.reset();
        return text;
    }

    private static CSVFormat format(BufferedReader text) throws IOException {
        text.mark(HEADER_CHARACTERS_MAX);
        char[] start = new char[HEADER_CHARACTERS_MAX - 1];
        int read = Math.max(text.read(start), 0);
        text.reset();
        String first = new String(start, 0, read).lines().findFirst().orElse("");
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(first.contains(";") && !first.contains(",") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private boolean hasItsColumns(List<String> names) {
        long before = faults.count();
        for (String needed : table.needed())
            if (names.stream().noneMatch(needed::equalsIgnoreCase))
                faults.add(table, 1, needed, "this column is missing; " + known());
        for (String name : names)
            if (table.columns().stream().noneMatch(name::equalsIgnoreCase))
                faults.add(table, 1, name, "there is no such column; " + known());
        return faults.count() == before;
    }

    private String known() {
        return "the columns are "
                + String.join(", ", table.columns())
                + ", of which "
                + String.join(", ", table.needed())
                + " must be there";
    }

    private void rows(CSVParser parser, RowReader reader) throws IOException {
        Iterator<CSVRecord> rows = parser.iterator();
        long before = faults.count();
        try {
            while (rows.hasNext()) {
                CSVRecord cells = rows.next();
                row(new CsvRow(parser.getCurrentLineNumber(), cells), reader);
            }
            if (parser.getRecordNumber() == 0 && faults.count() == before && !mayBeEmpty) noRows();
        } catch (UncheckedIOException e) {
            long line = parser.getCurrentLineNumber() + 1;
            if (e.getCause() instanceof CharacterCodingException) notUtf8(line);
            else
                faults.add(
                        table,
                        line,
                        null,
                        "up to here the file cannot be read ("
                                + Objects.<Throwable>requireNonNullElse(e.getCause(), e)
                                        .getMessage()
                                + "): see whether a quote is opened and not closed");
        }
    }

    private void row(CsvRow row, RowReader reader) throws IOException {
        try {
            if (!row.cells().isConsistent())
                throw new IllegalArgumentException(
                        "the row has "
                                + row.cells().size()
                                + " cells, not one for each column name; quote cells that have a comma in them");
            reader.read(row);
        } catch (CsvRow.BadCell e) {
            faults.add(table, row.line(), e.column(), String.valueOf(e.getMessage()));
            for (CsvRow.BadCell bad : CellRules.alsoBad(table, row, e))
                faults.also(table, row.line(), bad.column(), String.valueOf(bad.getMessage()));
        } catch (IllegalArgumentException e) {
            faults.add(table, row.line(), null, String.valueOf(e.getMessage()));
        }
    }

    private void noRows() {
        faults.add(
                table,
                1,
                null,
                "there is no row below the column names, so all that is there now would go;"
                        + " if that is meant, import it with --allow-empty (allowEmpty=true)");
    }

    private void notUtf8(long line) {
        faults.add(
                table,
                line,
                null,
                "from about here on the file is not UTF-8; save it as CSV in UTF-8");
    }
}
