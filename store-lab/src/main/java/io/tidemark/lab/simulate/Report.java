package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.SeedResult.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sum over seeds. For one thread. */
final class Report {
    /** Failing seeds that are listed; the rest are counted. */
    static final int FAILURES_LISTED = 20;

    private final List<Integer> transactions = new ArrayList<>();
    private final List<Integer> faults = new ArrayList<>();
    private final List<Long> failed = new ArrayList<>();
    private final Map<String, Long> sums = new LinkedHashMap<>();
    private double seconds;

    void add(SeedResult result) {
        Figures figures = result.figures();
        transactions.add(figures.transactions());
        faults.add(figures.faults());
        if (result.failed()) failed.add(result.seed());
        sum("crashes", figures.crashes());
        sum("partitions", figures.partitions());
        sum("tornWrites", figures.tornWrites());
        sum("restores", figures.restores());
        sum("repairs", figures.repairs());
        sum("pruned", figures.pruned());
        sum("questions", figures.questions());
        sum("replies", figures.replies());
        sum("lost", figures.lost());
        sum("destroyed", figures.destroyed());
        sum("duplicated", figures.duplicated());
        sum("forksFound", figures.forksFound());
        sum("forksMissed", figures.forksMissed());
        sum("unconverged", figures.unconverged());
    }

    void add(Report other) {
        transactions.addAll(other.transactions);
        faults.addAll(other.faults);
        failed.addAll(other.failed);
        other.sums.forEach(this::sum);
    }

    Report after(double elapsed) {
        seconds = elapsed;
        return this;
    }

    List<Long> failed() {
        return failed.stream().sorted().limit(FAILURES_LISTED).toList();
    }

    int failures() {
        return failed.size();
    }

    /** The fields that docs/RELIABILITY.md describes. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seeds", transactions.size());
        fields.put("transactionsMedian", median(transactions));
        fields.put("faultsMedian", median(faults));
        fields.putAll(sums);
        fields.put("failed", failures());
        fields.put("seconds", Math.round(seconds * 10) / 10.0);
        return fields;
    }

    private void sum(String name, long more) {
        sums.merge(name, more, Long::sum);
    }

    private static int median(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
