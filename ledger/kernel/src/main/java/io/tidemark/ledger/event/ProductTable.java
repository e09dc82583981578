package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a close-down says of its articles, whose figures stand in entries of their own just before
 * it: a year of days would not fit into memory otherwise.
 *
 * @param rows articles by department and unit
 * @param parts entries that have them
 * @param digest SHA-256 of the rows' bytes, one after the other
 */
public record ProductTable(long rows, int parts, Hash digest) {
    /** Rows of one entry: of the longest codes they still fit. */
    public static final int PART_ROWS_MAX = 5_000;

    private static final int FIELDS = 3;

    /**
     * @param rows ascending by key
     */
    public static ProductTable of(List<ProductTotal> rows) {
        Hash.Running digest = new Hash.Running();
        for (ProductTotal row : rows) {
            CborWriter writer = new CborWriter();
            row.writeTo(writer);
            byte[] bytes = writer.toBytes();
            digest.update(bytes, 0, bytes.length);
        }
        return new ProductTable(rows.size(), parts(rows).size(), digest.hash());
    }

    /** The same rows, cut into entries' worth. */
    public static List<List<ProductTotal>> parts(List<ProductTotal> rows) {
        List<List<ProductTotal>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PART_ROWS_MAX)
            parts.add(rows.subList(from, Math.min(from + PART_ROWS_MAX, rows.size())));
        return parts;
    }

    /** The array [rows, parts, digest]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(rows).integer(parts).bytes(digest.toBytes());
    }

    static ProductTable readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new ProductTable(
                                reader.integer(),
                                reader.integer(0, Integer.MAX_VALUE),
                                Items.hash(reader)));
    }
}
