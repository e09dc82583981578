package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Rows that one thread makes bytes of. */
    private static final int DIGESTED_ROWS = 1_000;

    private static final int FIELDS = 3;

    /**
     * @param rows ascending by key
     */
    public static ProductTable of(List<ProductTotal> rows) {
        Hash.Running digest = new Hash.Running();
        IntStream.range(0, Math.ceilDiv(rows.size(), DIGESTED_ROWS))
                .parallel()
                .mapToObj(piece -> bytes(rows, piece * DIGESTED_ROWS))
                .forEachOrdered(bytes -> digest.update(bytes, 0, bytes.length));
        return new ProductTable(rows.size(), parts(rows).size(), digest.hash());
    }

    private static byte[] bytes(List<ProductTotal> rows, int from) {
        CborWriter writer = new CborWriter();
        int to = Math.min(from + DIGESTED_ROWS, rows.size());
        for (ProductTotal row : rows.subList(from, to)) row.writeTo(writer);
        return writer.toBytes();
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
