package io.tidemark.lab.bench.tables;

import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.Statistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a close-down's questions over connections. */
final class Asked {
    private Asked() {}

    static Findings one(Connection connection) throws SQLException {
        Findings findings = new Findings();
        for (Findings.Question question : Findings.Question.values())
            findings.put(question, answer(question, connection));
        return findings;
    }

    static List<long[]> answer(Findings.Question question, Connection connection)
            throws SQLException {
        return answer(question, Engine.QUERIES.get(question), connection);
    }

    static List<long[]> answer(
            Findings.Question question, @Nullable String query, Connection connection)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Objects.requireNonNull(query))) {
            int width = rows.getMetaData().getColumnCount();
            List<long[]> all = new ArrayList<>();
            while (rows.next()) {
                long[] row = new long[width];
                for (int i = 0; i < width; i++) row[i] = rows.getLong(i + 1);
                all.add(row);
            }
            return question == Findings.Question.BASKETS ? meant(all) : all;
        }
    }

    private static List<long[]> meant(List<long[]> sums) {
        return sums.stream()
                .map(sum ->
                        Statistics.of(
                                sum[0], sum[1], sum[2], Arrays.copyOfRange(sum, 3, sum.length)))
                .toList();
    }
}
