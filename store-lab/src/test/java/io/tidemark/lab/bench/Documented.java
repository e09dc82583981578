package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.lab.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code docs/PERFORMANCE.md} says of the benchmarks' fields. */
final class Documented {
    private static final Path FILE = Path.of("../docs/PERFORMANCE.md");
    private static final Pattern WORD = Pattern.compile("`([A-Za-z0-9.]+)`");

    private Documented() {}

    /** What a benchmark that was done told as JSON, every field of it documented. */
    static JsonNode report(Said said) throws IOException {
        assertThat(said.code()).as(said.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(said.out());
        requireEvery(report);
        return report;
    }

    /** Every field of a report has its own word there, alone or behind its group's and a dot. */
    static void requireEvery(JsonNode report) throws IOException {
        Set<String> words = new HashSet<>();
        WORD.matcher(Files.readString(FILE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(words::add);
        report.properties()
                .forEach(field -> {
                    assertThat(words).as("documented in " + FILE).contains(field.getKey());
                    field.getValue()
                            .fieldNames()
                            .forEachRemaining(inner ->
                                    assertThat(List.of(inner, field.getKey() + "." + inner))
                                            .as("documented in " + FILE)
                                            .anyMatch(words::contains));
                });
    }
}
