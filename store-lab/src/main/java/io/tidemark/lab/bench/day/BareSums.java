package io.tidemark.lab.bench.day;

import io.tidemark.ledger.money.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums in arrays that are looked up by number. Not safe for use by several threads. */
final class BareSums {
    private static final int OPERATORS = 1_024;
    private static final int HOURS = 24;
    private static final int DEPARTMENTS = 16;
    private static final int TAXES = 4;
    private static final int FLOWS = 2;
    private static final int KINDS = FlatTill.Happening.values().length;
    private static final int UNITS = Unit.values().length;

    private final long[][] cashiers = new long[5][OPERATORS];
    private final long[][] hours = new long[3][HOURS];
    private final long[][] products = new long[4][Assortment.PRODUCTS * UNITS];
    private final int[] departments = new int[Assortment.PRODUCTS];
    private final long[][] happenings = new long[2][OPERATORS * KINDS];
    private final List<long[]> tills = new ArrayList<>();
    private final List<long[]> sales = new ArrayList<>();
    private final List<long[]> tenders = new ArrayList<>();
    private final List<long[]> stock = new ArrayList<>();
    private final List<long[]> tallies = new ArrayList<>();
    private long charged;
    private long refunded;
    private long[] basketLines = new long[1_024];
    private long[] basketValues = new long[1_024];
    private int baskets;

    void add(FlatTill till) {
        receipts(till);
        lines(till);
        tenders(till);
        happenings(till);
    }

    private void receipts(FlatTill till) {
        Columns rows = till.receipts;
        long[] operator = rows.column(0);
        long[] hour = rows.column(1);
        long[] returned = rows.column(2);
        long[] lines = rows.column(3);
        long[] total = rows.column(4);
        long[] change = rows.column(5);
        long[] sums = {till.till, rows.rows(), 0, 0, 0, 0, 0};
        room(rows.rows());
        for (int i = 0; i < rows.rows(); i++) {
            long back = returned[i];
            long off = back == 0 ? 0 : total[i];
            sums[2] += back;
            sums[3] += lines[i];
            sums[4] += total[i];
            sums[5] += off;
            sums[6] += change[i];
            if (total[i] < 0) refunded += total[i];
            else charged += total[i];
            int who = (int) operator[i];
            cashiers[0][who]++;
            cashiers[1][who] += back;
            cashiers[2][who] += lines[i];
            cashiers[3][who] += total[i];
            cashiers[4][who] += off;
            int when = (int) hour[i];
            hours[0][when]++;
            hours[1][when] += lines[i];
            hours[2][when] += total[i];
            if (back == 0) {
                basketLines[baskets] = lines[i];
                basketValues[baskets++] = total[i];
            }
        }
        tills.add(sums);
    }

    private void lines(FlatTill till) {
        Columns rows = till.lines;
        long[] product = rows.column(2);
        long[] department = rows.column(3);
        long[] tax = rows.column(4);
        long[] unit = rows.column(5);
        long[] quantity = rows.column(6);
        long[] gross = rows.column(7);
        long[] taxed = rows.column(8);
        long[] cost = rows.column(9);
        long[][] sums = new long[3][DEPARTMENTS * TAXES];
        long[][] moved = new long[3][FLOWS * UNITS];
        for (int i = 0; i < rows.rows(); i++) {
            int what = (int) (product[i] * UNITS + unit[i]);
            products[0][what]++;
            products[1][what] += quantity[i];
            products[2][what] += gross[i];
            products[3][what] += taxed[i];
            departments[(int) product[i]] = (int) department[i];
            int sign = quantity[i] < 0 ? -1 : 1;
            int flow = (int) ((sign < 0 ? UNITS : 0) + unit[i]);
            moved[0][flow]++;
            moved[1][flow] += sign * quantity[i];
            moved[2][flow] += sign * cost[i];
            int where = (int) (department[i] * TAXES + tax[i]);
            sums[0][where]++;
            sums[1][where] += gross[i];
            sums[2][where] += taxed[i];
        }
        for (int i = 0; i < DEPARTMENTS * TAXES; i++)
            if (sums[0][i] > 0)
                sales.add(
                        new long[] {
                            till.till, i / TAXES, i % TAXES, sums[0][i], sums[1][i], sums[2][i]
                        });
        for (int i = 0; i < FLOWS * UNITS; i++)
            if (moved[0][i] > 0)
                stock.add(
                        new long[] {
                            till.till, i / UNITS, i % UNITS, moved[0][i], moved[1][i], moved[2][i]
                        });
    }

    private void tenders(FlatTill till) {
        Columns rows = till.tenders;
        long[][] sums = new long[4][5];
        for (int i = 0; i < rows.rows(); i++) {
            long[] sum = sums[(int) (rows.column(0)[i] * 2 + rows.column(1)[i])];
            long amount = rows.column(2)[i];
            sum[0]++;
            if (amount < 0) sum[2] -= amount;
            else sum[1] += amount;
            sum[3] += rows.column(3)[i];
        }
        for (int i = 0; i < sums.length; i++)
            if (sums[i][0] > 0)
                tenders.add(
                        new long[] {till.till, i / 2, i % 2, sums[i][1], sums[i][2], sums[i][3]});
    }

    private void happenings(FlatTill till) {
        Columns rows = till.happenings;
        long[][] sums = new long[2][KINDS];
        for (int i = 0; i < rows.rows(); i++) {
            int where = (int) (rows.column(0)[i] * KINDS + rows.column(1)[i]);
            happenings[0][where] += rows.column(2)[i];
            happenings[1][where] += rows.column(3)[i];
            int kind = (int) rows.column(1)[i];
            sums[0][kind] += rows.column(2)[i];
            sums[1][kind] += rows.column(3)[i];
        }
        for (int kind = 0; kind < KINDS; kind++)
            if (sums[0][kind] > 0)
                tallies.add(new long[] {till.till, kind, sums[0][kind], sums[1][kind]});
    }

    /** Puts another thread's tills to these. */
    void add(BareSums other) {
        tills.addAll(other.tills);
        sales.addAll(other.sales);
        tenders.addAll(other.tenders);
        stock.addAll(other.stock);
        tallies.addAll(other.tallies);
        charged += other.charged;
        refunded += other.refunded;
        for (int i = 0; i < departments.length; i++)
            departments[i] = Math.max(departments[i], other.departments[i]);
        add(cashiers, other.cashiers);
        add(hours, other.hours);
        add(products, other.products);
        add(happenings, other.happenings);
        room(other.baskets);
        System.arraycopy(other.basketLines, 0, basketLines, baskets, other.baskets);
        System.arraycopy(other.basketValues, 0, basketValues, baskets, other.baskets);
        baskets += other.baskets;
    }

    Findings findings() {
        return new Findings()
                .put(Findings.Question.TILLS, tills)
                .put(Findings.Question.SALES, sales)
                .put(Findings.Question.TENDERS, tenders)
                .put(Findings.Question.CASHIERS, rows(cashiers, 1))
                .put(Findings.Question.HOURS, rows(hours, 1))
                .put(Findings.Question.PRODUCTS, products())
                .put(Findings.Question.STOCK, stock)
                .put(Findings.Question.TALLIES, tallies)
                .put(Findings.Question.RECEIPTS, List.of(new long[] {charged, refunded}))
                .put(Findings.Question.HAPPENINGS, rows(happenings, KINDS))
                .put(Findings.Question.BASKETS, List.of(baskets()));
    }

    /** Here a product is of one department. */
    private List<long[]> products() {
        return rows(products, UNITS).stream()
                .map(row ->
                        new long[] {
                            row[0],
                            departments[(int) row[0]],
                            row[1],
                            row[2],
                            row[3],
                            row[4],
                            row[5]
                        })
                .toList();
    }

    private long[] baskets() {
        long[] lines = Arrays.copyOf(basketLines, baskets);
        long[] values = Arrays.copyOf(basketValues, baskets);
        Arrays.parallelSort(lines);
        Arrays.parallelSort(values);
        return Statistics.of(
                baskets, sum(lines), sum(values), rank -> lines[rank], rank -> values[rank]);
    }

    private static long sum(long[] all) {
        long sum = 0;
        for (long each : all) sum += each;
        return sum;
    }

    private void room(int more) {
        int wanted = baskets + more;
        if (wanted <= basketLines.length) return;
        basketLines = Arrays.copyOf(basketLines, Math.max(wanted, 2 * baskets));
        basketValues = Arrays.copyOf(basketValues, basketLines.length);
    }

    private static void add(long[][] to, long[][] from) {
        for (int i = 0; i < to.length; i++)
            for (int j = 0; j < to[i].length; j++) to[i][j] += from[i][j];
    }

    /** One row for each place that has something; its number is split into two keys. */
    private static List<long[]> rows(long[][] sums, int inner) {
        List<long[]> rows = new ArrayList<>();
        int keys = inner == 1 ? 1 : 2;
        for (int i = 0; i < sums[0].length; i++) {
            if (sums[0][i] == 0) continue;
            long[] row = new long[keys + sums.length];
            row[0] = i / inner;
            if (keys == 2) row[1] = i % inner;
            for (int j = 0; j < sums.length; j++) row[keys + j] = sums[j][i];
            rows.add(row);
        }
        return rows;
    }
}
