package io.tidemark.lab.bench.day;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found the day to sum up to: tables of whole numbers, each with its key columns
 * first, in ascending order. Two that found the same are equal.
 */
public final class Findings {
    /** The questions that everybody is asked, with how many of each answer's columns are a key. */
    public enum Question {
        /** till | receipts, returns, lines, gross, returned, change. */
        TILLS(1),
        /** till, department, VAT key | lines, gross, tax. */
        SALES(3),
        /** till, type, currency | taken, refunded, base. */
        TENDERS(3),
        /** operator | receipts, returns, lines, gross, returned. */
        CASHIERS(1),
        /** hour | receipts, lines, gross. */
        HOURS(1),
        /** product, department, unit | lines, quantity, gross, tax. */
        PRODUCTS(3),
        /** till, 1 for what came back, unit | movements, quantity, cost. */
        STOCK(3),
        /** operator, kind | count, amount. */
        HAPPENINGS(2),
        /** till, kind | count, amount. */
        TALLIES(2),
        /** What receipts above zero, and those below, came to. */
        RECEIPTS(0),
        /** Of sales: how many, lines in hundredths (mean, median, p95), value (the same). */
        BASKETS(0);

        private final int keys;

        Question(int keys) {
            this.keys = keys;
        }
    }

    private final SortedMap<Question, long[][]> answers = new TreeMap<>();

    public Findings put(Question question, List<long[]> rows) {
        long[][] sorted = rows.toArray(long[][]::new);
        Arrays.sort(sorted, byKeys(question.keys));
        answers.put(question, sorted);
        return this;
    }

    private static Comparator<long[]> byKeys(int keys) {
        return (one, other) -> Arrays.compare(one, 0, keys, other, 0, keys);
    }

    /** Where the other says something else, for a person; empty where nowhere. */
    public String difference(Findings other) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Question, long[][]> answer : answers.entrySet()) {
            long[][] theirs = other.answers.get(answer.getKey());
            if (!Arrays.deepEquals(answer.getValue(), theirs))
                text.append(answer.getKey()).append(first(answer.getValue(), theirs));
        }
        return text.toString();
    }

    private static String first(long[][] mine, long @Nullable [][] theirs) {
        if (theirs == null) return " is missing; ";
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++)
            if (!Arrays.equals(mine[i], theirs[i]))
                return ": "
                        + Arrays.toString(mine[i])
                        + " where the other has "
                        + Arrays.toString(theirs[i])
                        + "; ";
        return ": " + mine.length + " rows where the other has " + theirs.length + "; ";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Findings findings
                && answers.keySet().equals(findings.answers.keySet())
                && difference(findings).isEmpty();
    }

    @Override
    public int hashCode() {
        return answers.keySet().hashCode();
    }
}
