package io.tidemark.node.command;

import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table of what a node answered, put together column by column: the head of each, and what of a
 * row stands in it.
 */
public final class AnswerTable {
    private final String title;
    private final List<JsonAnswer> rows;
    private final List<Table.Column> heads = new ArrayList<>();
    private final List<Function<JsonAnswer, String>> cells = new ArrayList<>();

    private AnswerTable(String title, List<JsonAnswer> rows) {
        this.title = title;
        this.rows = rows;
    }

    public static AnswerTable of(String title, List<JsonAnswer> rows) {
        return new AnswerTable(title, rows);
    }

    public AnswerTable text(String head, String field) {
        return text(head, row -> row.text(field));
    }

    public AnswerTable text(String head, Function<JsonAnswer, String> cell) {
        return with(Table.text(head), cell);
    }

    /** Of a code, such as {@code TRANSFER_OUT}. */
    public AnswerTable words(String head, String field) {
        return text(head, row -> Written.title(row.text(field)));
    }

    public AnswerTable time(String head, String field) {
        return text(head, row -> Written.time(row.time(field)));
    }

    /** A number as it was told. */
    public AnswerTable figures(String head, String field) {
        return figures(head, row -> row.text(field));
    }

    public AnswerTable figures(String head, Function<JsonAnswer, String> cell) {
        return with(Table.figures(head), cell);
    }

    public AnswerTable count(String head, String field) {
        return figures(head, row -> Written.count(row.number(field)));
    }

    /** Without its currency, which the title or another column names. */
    public AnswerTable amount(String head, String field) {
        return figures(head, row -> Written.figure(row.money(field)));
    }

    /** The same, and a dash where it is nothing. */
    public AnswerTable amountOrDash(String head, String field) {
        return figures(head, row -> Written.orDash(row.money(field)));
    }

    /** With its currency. */
    public AnswerTable money(String head, String field) {
        return figures(head, row -> Written.money(row.money(field)));
    }

    private AnswerTable with(Table.Column head, Function<JsonAnswer, String> cell) {
        heads.add(head);
        cells.add(cell);
        return this;
    }

    public Table table() {
        return Table.titled(title, heads.toArray(Table.Column[]::new))
                .rows(rows.stream().map(this::row));
    }

    private String[] row(JsonAnswer row) {
        return cells.stream().map(cell -> cell.apply(row)).toArray(String[]::new);
    }

    /** Nothing of one without rows. */
    public List<String> lines() {
        return PlainText.of(table());
    }
}
