package io.tidemark.lab.retail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/**
 * Where the columns we need stand in a file, found by the names in its header. Others are ignored.
 */
record RetailColumns(int invoice, int code, int description, int quantity, int date, int price) {
    static final List<String> NAMES =
            List.of(
                    "InvoiceNo",
                    "StockCode",
                    "Description",
                    "Quantity",
                    "InvoiceDate",
                    "UnitPrice");

    /**
     * @throws DataRefused naming each missing or repeated column
     */
    static RetailColumns in(CSVRecord header, String file) {
        List<String> names = header.stream().map(RetailColumns::bare).toList();
        List<String> missing = new ArrayList<>(NAMES);
        missing.removeIf(name -> names.contains(name.toLowerCase(Locale.ROOT)));
        if (!missing.isEmpty())
            throw new DataRefused(
                    file
                            + " has no column "
                            + String.join(", ", missing)
                            + "; its first row must name the columns "
                            + String.join(",", NAMES));
        List<Integer> at = NAMES.stream().map(name -> only(name, names, file)).toList();
        return new RetailColumns(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5));
    }

    RawRow row(CSVRecord row) {
        return new RawRow(
                row.getRecordNumber(),
                text(row, invoice),
                text(row, code),
                text(row, description),
                text(row, quantity),
                text(row, date),
                text(row, price));
    }

    private static int only(String name, List<String> names, String file) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (names.indexOf(wanted) != names.lastIndexOf(wanted))
            throw new DataRefused(file + " has the column " + name + " twice; leave one of them");
        return names.indexOf(wanted);
    }

    private static String bare(String name) {
        return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String text(CSVRecord row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }
}
