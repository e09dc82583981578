package io.tidemark.cloud.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.cloud.books.UsedVersions.Used;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A chain that posted by rules of its own before there was so much to post. */
class UsedVersionsTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);
    private static final String TEXT = TestRules.text();

    @Test
    void rules_from_before_are_told_each_measure_that_is_missing_and_what_to_add() {
        String old =
                TEXT.lines()
                        .filter(line -> later().noneMatch(of -> line.contains("{of: " + of + ",")))
                        .collect(Collectors.joining("\n", "", "\n"));

        BadRules bad =
                catchThrowableOfType(BadRules.class, () -> RulesFile.parse(old, "rules.yaml"));

        assertThat(later())
                .allSatisfy(of ->
                        assertThat(bad)
                                .hasMessageContaining("version 1 has no rule for " + of)
                                .hasMessageContaining("{of: " + of + ", post: nothing}"));
    }

    @Test
    void rules_for_what_came_later_may_be_added_to_a_version_that_was_used_before() {
        RuleSet now = rules(TEXT).versions().getFirst();
        UsedVersions before = used(now.digestBefore());

        assertThat(before.changedIn(rules(TEXT))).isEmpty();
        assertThat(before.changedIn(rules(changed("wasted", "5000")))).hasSize(1);
    }

    @Test
    void once_they_were_posted_by_they_stay_as_they_are() {
        RuleSet now = rules(TEXT).versions().getFirst();

        UsedVersions since = used(now.digestBefore()).with(now, DAY, DAY.plusDays(1));

        assertThat(since.changedIn(rules(TEXT))).isEmpty();
        assertThat(since.changedIn(rules(changed("dropped", "1200"))))
                .singleElement()
                .asString()
                .contains("put it back as it was");
    }

    private static Stream<String> later() {
        return Arrays.stream(Measure.values()).filter(Measure::cameLater).map(Measure::label);
    }

    private static UsedVersions used(String digest) {
        return new UsedVersions(Map.of(1, new Used(digest, DAY, DAY)));
    }

    /** Debited to another account. */
    private static String changed(String of, String account) {
        return TEXT.replaceFirst(
                "\\{of: " + of + ", debit: \"[0-9]+\"",
                "{of: " + of + ", debit: \"" + account + "\"");
    }

    private static PostingRules rules(String text) {
        return RulesFile.parse(text, "rules.yaml");
    }
}
