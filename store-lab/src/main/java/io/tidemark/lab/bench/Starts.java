package io.tidemark.lab.bench;

import java.util.ArrayList;
import java.util.List;

/** What several starts of one program took, told by their medians. */
final class Starts {
    private final List<Double> firstAnswers = new ArrayList<>();
    private final List<Double> all = new ArrayList<>();
    private final List<Double> aot = new ArrayList<>();
    private final List<Double> own = new ArrayList<>();

    record One(double firstAnswerMillis, Resident resident) {}

    void add(One start) {
        firstAnswers.add(start.firstAnswerMillis());
        all.add(start.resident().all());
        aot.add(start.resident().aot());
        own.add(start.resident().own());
    }

    double firstAnswerMillis() {
        return median(firstAnswers);
    }

    double residentMb() {
        return median(all);
    }

    Report report() {
        return new Report()
                .put("firstAnswerMillis", rounded(firstAnswerMillis()))
                .put("firstAnswerMillisMin", rounded(least(firstAnswers)))
                .put("firstAnswerMillisMax", rounded(most(firstAnswers)))
                .put("residentMb", rounded(residentMb()))
                .put("residentMbMax", rounded(most(all)))
                .put("aotMb", rounded(median(aot)))
                .put("ownMb", rounded(median(own)));
    }

    /** To a tenth: what a start took or holds is not the same twice by more than that. */
    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
