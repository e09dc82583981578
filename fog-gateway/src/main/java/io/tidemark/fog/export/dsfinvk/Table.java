package io.tidemark.fog.export.dsfinvk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of the standard.
 *
 * @param name as the standard calls what is in the file
 */
record Table(String file, String name, List<Column> columns) {
    private static final String RESOURCE = "/io/tidemark/fog/export/dsfinvk/tables.txt";

    Table {
        columns = List.copyOf(columns);
    }

    /** What a column holds; the letters of {@code tables.txt}. */
    enum Kind {
        /** Text. */
        A,
        /** A name that others refer to by. */
        I,
        /** A number. */
        N,
        /** Money. */
        M;

        boolean isNumeric() {
            return this == N || this == M;
        }
    }

    /**
     * @param size characters of a text, decimals of a number
     */
    record Column(String name, Kind kind, int size, String description) {
        private static Column parsed(String line) {
            String[] parts = line.split(" ", 3);
            return new Column(
                    parts[0],
                    Kind.valueOf(parts[1].substring(0, 1)),
                    Integer.parseInt(parts[1].substring(1)),
                    parts[2]);
        }
    }

    private static final List<Column> CLOSING =
            List.of(
                    new Column("Z_KASSE_ID", Kind.I, 50, "ID der (Abschluss-) Kasse"),
                    new Column("Z_ERSTELLUNG", Kind.A, 30, "Zeitpunkt des Kassenabschlusses"),
                    new Column("Z_NR", Kind.N, 0, "Nr. des Kassenabschlusses"));

    // After the columns that all have: reading needs them.
    /** By their files, in the order of the standard's {@code index.xml}. */
    static final Map<String, Table> ALL = read();

    private static Map<String, Table> read() {
        Map<String, Table> tables = new LinkedHashMap<>();
        String file = "";
        String name = "";
        List<Column> columns = new ArrayList<>();
        for (String line : lines())
            if (line.contains(".csv ")) {
                if (!file.isEmpty()) tables.put(file, new Table(file, name, columns));
                file = line.substring(0, line.indexOf(' '));
                name = line.substring(line.indexOf(' ') + 1);
                columns = new ArrayList<>(CLOSING);
            } else columns.add(Column.parsed(line));
        tables.put(file, new Table(file, name, columns));
        return tables;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(RESOURCE));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
