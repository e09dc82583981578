package io.tidemark.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.Seeds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Random files, read by the real code and by the most direct computation that can be written down.
 */
class TotalsPropertyTest {
    private static final List<String> CURRENCIES = List.of("GBP", "KRW", "KWD", "CLF");
    private static final List<String> QUANTITIES =
            List.of("1", "6", "-1", "-12", "0", "0.5", "-0.125", "2.0000", "1.2345", "many", "");
    private static final List<String> PRICES =
            List.of(
                    "0",
                    "0.85",
                    "2.55",
                    "4.125",
                    "0.000001",
                    "7.4999995",
                    "-11062.06",
                    "free",
                    "1250");
    private static final List<String> DATES =
            List.of(
                    "2024-03-01 10:00",
                    "2024-03-01 10:00:59",
                    "3/1/2024 9:05",
                    "2024-03-02 10:00",
                    "someday");

    @TempDir Path dir;

    @ParameterizedTest(name = "seed {0}")
    @Seeds(200)
    void every_store_comes_to_what_a_direct_computation_says(long seed) {
        var random = new Random(seed);
        MinorUnits money = MinorUnits.of(any(CURRENCIES, random));
        List<String[]> rows = rows(random);
        int stores = 1 + random.nextInt(3);
        RetailFile file =
                Csv.file(
                        dir,
                        rows.stream().map(row -> String.join(",", row)).toArray(String[]::new));

        var shares =
                Dealing.deal(
                        Csv.dayOf(file, "2024-03-01", money.currency()),
                        stores,
                        1 + random.nextInt(4));

        for (int store = 0; store < stores; store++)
            assertThat(shares.get(store).totals())
                    .isEqualTo(directly(rows, money.digits(), store, stores));
    }

    private static List<String[]> rows(Random random) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"0", "A", "first", "1", "2024-03-01 08:00", "1"});
        for (int i = random.nextInt(60); i > 0; i--) {
            String invoice = (random.nextInt(4) == 0 ? "C" : "") + random.nextInt(12);
            rows.add(
                    new String[] {
                        invoice,
                        "A",
                        "thing",
                        any(QUANTITIES, random),
                        any(DATES, random),
                        any(PRICES, random)
                    });
        }
        return rows;
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static SourceTotals directly(List<String[]> rows, int digits, int store, int stores) {
        List<String> turns = List.copyOf(invoicesOfTheDay(rows));
        Set<String> transactions = new LinkedHashSet<>();
        long lines = 0;
        long stock = 0;
        long refused = 0;
        BigDecimal gross = BigDecimal.ZERO;
        for (String[] row : rows) {
            int turn = turns.indexOf(row[0]);
            if (turn < 0 || turn % stores != store || row[4].contains("03-02")) continue;
            boolean bad =
                    row[4].equals("someday")
                            || Set.of("1.2345", "many", "").contains(row[3])
                            || Set.of("7.4999995", "-11062.06", "free").contains(row[5]);
            if (bad) refused++;
            else if (row[3].startsWith("-") && !row[0].startsWith("C")) stock++;
            else {
                lines++;
                transactions.add(row[0]);
                gross = gross.add(amount(row, digits));
            }
        }
        return new SourceTotals(transactions.size(), lines, stock, refused, gross.longValueExact());
    }

    /** Half away from zero, by adding a half and cutting. */
    private static BigDecimal amount(String[] row, int digits) {
        BigDecimal exact =
                new BigDecimal(row[3]).multiply(new BigDecimal(row[5])).scaleByPowerOfTen(digits);
        BigDecimal half = BigDecimal.valueOf(exact.signum() * 5L, 1);
        return new BigDecimal(exact.add(half).toBigInteger());
    }

    private static Set<String> invoicesOfTheDay(List<String[]> rows) {
        Set<String> invoices = new LinkedHashSet<>();
        for (String[] row : rows) {
            boolean dated = rows.stream().anyMatch(one -> one[0].equals(row[0]) && isDated(one));
            boolean ofTheDay =
                    rows.stream().anyMatch(one -> one[0].equals(row[0]) && isOfTheDay(one));
            if ((ofTheDay || !dated) && !row[4].contains("03-02")) invoices.add(row[0]);
        }
        return invoices;
    }

    private static boolean isDated(String[] row) {
        return !row[4].equals("someday");
    }

    private static boolean isOfTheDay(String[] row) {
        return isDated(row) && !row[4].contains("03-02");
    }
}
