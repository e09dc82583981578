package io.tidemark.lab.retail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The goods sold of a whole file, in its order: what a benchmark makes receipts of. */
public final class SoldLines {
    private SoldLines() {}

    /**
     * @throws DataRefused if not one row can be sold
     */
    public static List<Row.Line> of(RetailFile file, MinorUnits money) {
        RowJudge judge = new RowJudge(money);
        List<Row.Line> lines = new ArrayList<>();
        file.forEach(raw ->
                RowDate.parse(raw.date())
                        .map(at -> judge.judge(raw, at))
                        .flatMap(SoldLines::sold)
                        .ifPresent(lines::add));
        if (lines.isEmpty()) throw new DataRefused(file.name() + " has no row that can be sold");
        return lines;
    }

    private static Optional<Row.Line> sold(Row row) {
        return row instanceof Row.Line line && line.quantity().signum() > 0
                ? Optional.of(line)
                : Optional.empty();
    }
}
