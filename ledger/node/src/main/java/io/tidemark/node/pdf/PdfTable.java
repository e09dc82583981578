package io.tidemark.node.pdf;

import io.tidemark.node.paper.Table;
import java.io.IOException;

/**
 * Lays one table out. Columns of figures are as wide as what stands in them, and those of words
 * share the rest; where even that is too much, the whole table is written smaller. Its head stands
 * on each page that it goes over.
 */
final class PdfTable {
    private static final float SIZE = 8.5f;
    private static final float SIZE_LEAST = 5.5f;
    private static final float NOTE = 7.5f;
    private static final float TITLE = 10;
    private static final float APART = 12;
    private static final float WORDS_LEAST = 60;

    private final Table table;
    private final Pen pen;
    private final float size;
    private final float[] widths;

    PdfTable(Table table, Pen pen) {
        this.table = table;
        this.pen = pen;
        this.size = size();
        this.widths = widths(size);
    }

    void draw() throws IOException {
        if (!pen.hasRoom(heightAtOnce())) pen.turn();
        pen.line(TITLE);
        pen.write(pen.lettering().shown(table.title()), Pen.MARGIN, TITLE, true);
        if (!table.note().isEmpty()) pen.left(table.note(), NOTE);
        head();
        for (Table.Row row : table.rows()) {
            if (!pen.hasRoom(Pen.lineHeight(size))) {
                pen.turn();
                head();
            }
            if (row.total()) pen.rule();
            pen.line(size);
            cells(row);
        }
    }

    /** Whole where a page can hold it; else its title, its head and some rows. */
    private float heightAtOnce() {
        int notes = pen.lettering().wrapped(table.note(), NOTE, Pen.WIDTH).size();
        float title = 2 * Pen.lineHeight(TITLE) + notes * Pen.lineHeight(NOTE);
        float whole = title + (table.rows().size() + 1) * Pen.lineHeight(size);
        return whole <= Pen.pageHeight() / 2 ? whole : title + 4 * Pen.lineHeight(size);
    }

    private void head() throws IOException {
        if (table.isHeaded()) {
            pen.line(size);
            for (int at = 0; at < widths.length; at++)
                write(table.columns().get(at).title(), at, true);
        }
        pen.rule();
    }

    private void cells(Table.Row row) throws IOException {
        for (int at = 0; at < widths.length; at++) write(row.cells().get(at), at, row.total());
    }

    private void write(String text, int column, boolean bold) throws IOException {
        String shown = pen.lettering().fitting(text, size, widths[column]);
        float x = Pen.MARGIN;
        for (int at = 0; at < column; at++) x += widths[at] + APART;
        if (table.columns().get(column).figures())
            x += widths[column] - pen.lettering().width(shown, size);
        pen.write(shown, x, size, bold);
    }

    private float size() {
        float tried = SIZE;
        while (tried > SIZE_LEAST && !fits(tried)) tried -= 0.5f;
        return tried;
    }

    private boolean fits(float tried) {
        float needed = APART * (table.columns().size() - 1);
        for (int at = 0; at < table.columns().size(); at++)
            needed +=
                    table.columns().get(at).figures()
                            ? widest(at, tried)
                            : Math.min(widest(at, tried), WORDS_LEAST);
        return needed <= Pen.WIDTH;
    }

    /** Figures are never cut; words share what is left by what they need. */
    private float[] widths(float at) {
        int columns = table.columns().size();
        float[] wide = new float[columns];
        float left = Pen.WIDTH - APART * (columns - 1);
        float wanted = 0;
        for (int column = 0; column < columns; column++) {
            wide[column] = widest(column, at);
            if (table.columns().get(column).figures()) left -= wide[column];
            else wanted += wide[column];
        }
        float share = wanted == 0 ? 1 : left / wanted;
        for (int column = 0; column < columns; column++)
            if (!table.columns().get(column).figures()) wide[column] *= share;
        return wide;
    }

    private float widest(int column, float tried) {
        float widest = width(table.columns().get(column).title(), tried);
        for (Table.Row row : table.rows())
            widest = Math.max(widest, width(row.cells().get(column), tried));
        return widest;
    }

    private float width(String text, float tried) {
        return pen.lettering().width(pen.lettering().shown(text), tried);
    }
}
