package io.tidemark.cloud.masterdata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A row by the names of its columns. */
record CsvRow(long line, CSVRecord cells) {
    /** Of a year with four digits: a file has no room for more. */
    private static final int DATE_CHARACTERS = 10;

    /** Never leaves the reading of a table. */
    static final class BadCell extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String column;

        BadCell(String column, String why, @Nullable Throwable cause) {
            super(why, cause);
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** Empty where there is no such column, or nothing in it. */
    Optional<String> text(String column) {
        if (!cells.isMapped(column) || !cells.isSet(column)) return Optional.empty();
        return Optional.of(cells.get(column).strip()).filter(text -> !text.isEmpty());
    }

    String needed(String column) {
        return text(column)
                .orElseThrow(() -> new BadCell(column, "is empty, and must be filled in", null));
    }

    <T> T needed(String column, Function<String, T> reading) {
        return read(column, needed(column), reading);
    }

    <T> Optional<T> optional(String column, Function<String, T> reading) {
        return text(column).map(text -> read(column, text, reading));
    }

    LocalDate date(String column) {
        return needed(column, CsvRow::day);
    }

    static LocalDate day(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (text.length() == DATE_CHARACTERS) return date;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(noDate(text), e);
        }
        throw new IllegalArgumentException(noDate(text));
    }

    private static String noDate(String text) {
        return "'" + text + "' is not a date; write it like 2026-12-01";
    }

    /** Several in one cell, with spaces, commas or bars between them. */
    List<String> several(String column) {
        return text(column).stream()
                .flatMap(text -> Stream.of(text.split("[\\s,;|]+")))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static <T> T read(String column, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadCell(column, String.valueOf(e.getMessage()), e);
        }
    }
}
