package io.tidemark.node.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A report as lines of text, for a terminal or a mail: figures stand under one another. */
public final class PlainText {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private PlainText() {}

    public static List<String> of(Paper paper) {
        Paper.Head head = paper.head();
        List<String> lines = new ArrayList<>();
        lines.add(head.organisation() + " · " + head.store());
        lines.add(head.title() + " · " + head.day());
        lines.add((head.complete() ? "" : "! ") + head.status());
        lines.addAll(head.notes());
        for (Table table : paper.tables()) lines.addAll(of(table));
        lines.add("");
        lines.addAll(paper.foot());
        return lines;
    }

    /** Begins with an empty line; nothing of one without rows. */
    public static List<String> of(Table table) {
        if (table.isEmpty()) return List.of();
        List<String> lines = new ArrayList<>(List.of(""));
        if (!table.title().isEmpty()) lines.add(table.title());
        int[] widths = widths(table);
        if (table.isHeaded()) lines.add(line(titles(table), table, widths));
        for (Table.Row row : table.rows()) {
            if (row.total()) lines.add(INDENT + "-".repeat(width(widths)));
            lines.add(line(row.cells(), table, widths));
        }
        if (!table.note().isEmpty()) lines.add(INDENT + table.note());
        return lines;
    }

    private static List<String> titles(Table table) {
        return table.columns().stream().map(Table.Column::title).toList();
    }

    private static int[] widths(Table table) {
        return IntStream.range(0, table.columns().size())
                .map(at ->
                        Math.max(
                                length(table.columns().get(at).title()),
                                table.rows().stream()
                                        .mapToInt(row -> length(row.cells().get(at)))
                                        .max()
                                        .orElse(0)))
                .toArray();
    }

    private static int width(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private static String line(List<String> cells, Table table, int[] widths) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int at = 0; at < cells.size(); at++) {
            String space = " ".repeat(widths[at] - length(cells.get(at)));
            boolean figures = table.columns().get(at).figures();
            line.append(at == 0 ? "" : GAP)
                    .append(figures ? space : "")
                    .append(cells.get(at))
                    .append(figures ? "" : space);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
