package io.tidemark.lab.bench.tables;

import io.tidemark.lab.bench.day.Columns;
import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.FlatTill;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A day's figures in a database, and the questions of a close-down as SQL. All names are numbers
 * already, which spares the database the look-ups; no index is made, since each question reads its
 * table whole.
 */
interface Engine extends AutoCloseable {
    /** The tables, and what each has of a till. */
    List<Table> TABLES =
            List.of(
                    new Table(
                            "receipts",
                            "till INTEGER, operator INTEGER, hour_of INTEGER, returned INTEGER,"
                                    + " lines INTEGER, total BIGINT, change BIGINT",
                            till -> till.receipts),
                    new Table(
                            "lines",
                            "till INTEGER, operator INTEGER, hour_of INTEGER, product INTEGER,"
                                    + " department INTEGER, vat INTEGER, unit INTEGER,"
                                    + " quantity BIGINT, gross BIGINT, tax BIGINT, cost BIGINT",
                            till -> till.lines),
                    new Table(
                            "tenders",
                            "till INTEGER, type INTEGER, currency INTEGER, amount BIGINT,"
                                    + " base BIGINT",
                            till -> till.tenders),
                    new Table(
                            "happenings",
                            "till INTEGER, operator INTEGER, kind INTEGER, number BIGINT,"
                                    + " amount BIGINT",
                            till -> till.happenings));

    /** One for each question. The last answers with sums that its mean is still to be made of. */
    Map<Findings.Question, String> QUERIES =
            Map.ofEntries(
                    Map.entry(
                            Findings.Question.TILLS,
                            "SELECT till, COUNT(*), SUM(returned), SUM(lines), SUM(total),"
                                    + " SUM(CASE WHEN returned = 1 THEN total ELSE 0 END), SUM(change)"
                                    + " FROM receipts GROUP BY till"),
                    Map.entry(
                            Findings.Question.SALES,
                            "SELECT till, department, vat, COUNT(*), SUM(gross), SUM(tax)"
                                    + " FROM lines GROUP BY till, department, vat"),
                    Map.entry(
                            Findings.Question.TENDERS,
                            "SELECT till, type, currency,"
                                    + " SUM(CASE WHEN amount >= 0 THEN amount ELSE 0 END),"
                                    + " SUM(CASE WHEN amount < 0 THEN -amount ELSE 0 END), SUM(base)"
                                    + " FROM tenders GROUP BY till, type, currency"),
                    Map.entry(
                            Findings.Question.CASHIERS,
                            "SELECT operator, COUNT(*), SUM(returned), SUM(lines), SUM(total),"
                                    + " SUM(CASE WHEN returned = 1 THEN total ELSE 0 END)"
                                    + " FROM receipts GROUP BY operator"),
                    Map.entry(
                            Findings.Question.HOURS,
                            "SELECT hour_of, COUNT(*), SUM(lines), SUM(total) FROM receipts"
                                    + " GROUP BY hour_of"),
                    Map.entry(
                            Findings.Question.PRODUCTS,
                            "SELECT product, department, unit, COUNT(*), SUM(quantity), SUM(gross),"
                                    + " SUM(tax) FROM lines GROUP BY product, department, unit"),
                    Map.entry(
                            Findings.Question.STOCK,
                            "SELECT till, CASE WHEN quantity < 0 THEN 1 ELSE 0 END, unit, COUNT(*),"
                                    + " SUM(ABS(quantity)),"
                                    + " SUM(CASE WHEN quantity < 0 THEN -cost ELSE cost END) FROM lines"
                                    + " GROUP BY till, CASE WHEN quantity < 0 THEN 1 ELSE 0 END, unit"),
                    Map.entry(
                            Findings.Question.HAPPENINGS,
                            "SELECT operator, kind, SUM(number), SUM(amount)"
                                    + " FROM happenings GROUP BY operator, kind"),
                    Map.entry(
                            Findings.Question.TALLIES,
                            "SELECT till, kind, SUM(number), SUM(amount)"
                                    + " FROM happenings GROUP BY till, kind"),
                    Map.entry(
                            Findings.Question.RECEIPTS,
                            "SELECT SUM(CASE WHEN total >= 0 THEN total ELSE 0 END),"
                                    + " SUM(CASE WHEN total < 0 THEN total ELSE 0 END) FROM receipts"),
                    Map.entry(
                            Findings.Question.BASKETS,
                            "SELECT COUNT(*), SUM(lines), SUM(total),"
                                    + " PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY lines),"
                                    + " PERCENTILE_DISC(0.95) WITHIN GROUP (ORDER BY lines),"
                                    + " PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY total),"
                                    + " PERCENTILE_DISC(0.95) WITHIN GROUP (ORDER BY total)"
                                    + " FROM receipts WHERE returned = 0"));

    /**
     * @param columns after the till's number
     */
    record Table(String name, String definition, Part columns) {
        String create() {
            return "CREATE TABLE " + name + " (" + definition + ")";
        }
    }

    /** What a table has of a till. */
    @FunctionalInterface
    interface Part {
        Columns of(FlatTill till);
    }

    /** All of the day; committed and, where that helps, analysed. */
    void load(List<FlatTill> tills) throws SQLException;

    /** Asks every question, and takes in every row of the answers. */
    Findings ask() throws SQLException;

    @Override
    void close() throws SQLException;
}
