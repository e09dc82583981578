package io.tidemark.node.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One section of a paper. Each row has a cell for each column.
 *
 * @param note what a reader must know of it; may be empty
 */
public record Table(String title, String note, List<Column> columns, List<Row> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows)
            if (row.cells().size() != columns.size())
                throw new IllegalArgumentException(
                        title + " has " + columns.size() + " columns, not " + row.cells().size());
    }

    /**
     * @param title empty where the rows explain themselves
     * @param figures whether it stands to the right, as numbers do
     */
    public record Column(String title, boolean figures) {}

    /**
     * @param total whether it sums up those above it
     */
    public record Row(List<String> cells, boolean total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Whether any column has a title. */
    public boolean isHeaded() {
        return columns.stream().anyMatch(column -> !column.title().isEmpty());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public static Table titled(String title, Column... columns) {
        return new Table(title, "", List.of(columns), List.of());
    }

    /** A name to the left and a figure to the right, in each row. */
    public static Table pairs(String title) {
        return titled(title, text(""), figures(""));
    }

    public static Column text(String title) {
        return new Column(title, false);
    }

    public static Column figures(String title) {
        return new Column(title, true);
    }

    public Table noted(String text) {
        return new Table(title, text, columns, rows);
    }

    public Table row(String... cells) {
        return with(new Row(Arrays.asList(cells), false));
    }

    /** Only where there is more than one row above it. */
    Table total(String... cells) {
        return rows.size() < 2 ? this : with(new Row(Arrays.asList(cells), true));
    }

    public Table rows(Stream<String[]> more) {
        List<Row> all = new ArrayList<>(rows);
        more.forEach(cells -> all.add(new Row(Arrays.asList(cells), false)));
        return new Table(title, note, columns, all);
    }

    /** Without columns of figures that have nothing but dashes. */
    public Table withoutEmptyColumns() {
        int[] kept =
                IntStream.range(0, columns.size())
                        .filter(at -> !columns.get(at).figures() || says(at))
                        .toArray();
        return new Table(
                title,
                note,
                Arrays.stream(kept).mapToObj(columns::get).toList(),
                rows.stream()
                        .map(row ->
                                new Row(
                                        Arrays.stream(kept).mapToObj(row.cells()::get).toList(),
                                        row.total()))
                        .toList());
    }

    private boolean says(int column) {
        return rows.stream()
                .map(row -> row.cells().get(column))
                .anyMatch(cell -> !cell.isEmpty() && !cell.equals("–"));
    }

    private Table with(Row row) {
        List<Row> all = new ArrayList<>(rows);
        all.add(row);
        return new Table(title, note, columns, all);
    }
}
