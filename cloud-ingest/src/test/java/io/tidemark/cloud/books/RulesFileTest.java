package io.tidemark.cloud.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {
    private static final String RULES = TestRules.text();

    @Test
    void the_rules_that_come_with_the_program_post_everything() {
        PostingRules rules = TestRules.own();

        assertThat(rules.versions()).extracting(RuleSet::version).containsExactly(1);
        assertThat(rules.accounts()).extracting(Account::code).isSorted().contains("4000", "2200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{of: paid-out, debit: \"6000\"   | {of: paid-out, debit: \"4711\" | account 4711 is not in the chart; add it",
                "{of: paid-out, debit: \"6000\", credit: \"1000\"} | {of: paid-out, debit: \"6000\"} | cannot balance: it has no credit",
                "{of: paid-out, debit: \"6000\"   | {of: paid-out, debit: \"1000\" | debit and credit are the same account",
                "- {of: paid-out, | - {of: paid-off, | nothing is called 'paid-off'; write one of sales, vat",
                "- {of: exchanged, debit: \"1910\", credit: \"1900\"} | '' | no rule for exchanged in home currency",
                "taken, currency: foreign, debit | taken, tender: GIFT, currency: foreign, debit | no rule for taken in foreign currency, whatever the tender",
                "{of: vat, debit: \"1900\" | {of: vat, debit: \"1910\" | cannot balance: account 1900 comes to zero only if",
                "{of: taken, currency: foreign, debit: \"1100\", credit: \"1910\"} | {of: taken, currency: foreign, debit: \"1100\", credit: \"1900\"} | cannot balance: account 1900",
                "kind: income | kind: revenue | kind is 'revenue'; write asset, liability",
                "by: [tender]} | by: [till]} | by is '[till]'; write some of",
                "clears: true | clears: often | clears is 'often'",
                "code: \"1010\" | code: \"1000\" | there are two accounts 1000",
                "from: 1970-01-01 | from: soon | the first business day it is for",
                "version: 1 | version: none | with a number from 1",
                "currency: foreign, debit | currency: euro, debit | currency is 'euro'; write home or foreign",
                "{of: counted, post: nothing} | {of: counted, post: all} | write `post: nothing` alone",
                "{of: counted, post: nothing} | {of: counted, post: nothing, till: 3} | field till is unknown"
            })
    void a_file_that_cannot_be_posted_by_is_refused_with_what_to_do(
            String right, String wrong, String message) {
        assertThat(RULES).contains(right);

        assertThatThrownBy(
                        () -> RulesFile.parse(RULES.replaceFirst(quoted(right), wrong), "own.yaml"))
                .isInstanceOf(BadRules.class)
                .hasMessageStartingWith("own.yaml cannot be posted by:")
                .hasMessageContaining(message);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        String wrong =
                RULES.replace("\"2900\"}", "\"29\"}").replace("\"5100\", credit", "\"51\", credit");

        assertThatThrownBy(() -> RulesFile.parse(wrong, "own.yaml"))
                .hasMessageContaining("account 29 ")
                .hasMessageContaining("account 51 ");
    }

    @Test
    void each_fault_names_its_line() {
        List<String> lines = RULES.lines().toList();
        int account =
                1
                        + lines.indexOf(
                                lines.stream()
                                        .filter(l -> l.contains("code: \"1010\""))
                                        .findFirst()
                                        .orElseThrow());
        int rule =
                1
                        + lines.indexOf(
                                lines.stream()
                                        .filter(l -> l.contains("of: wasted"))
                                        .findFirst()
                                        .orElseThrow());
        String wrong =
                RULES.replace("Cash in the safe, kind: asset", "Cash in the safe, kind: box")
                        .replace("debit: \"5100\"", "debit: \"51\"");

        assertThatThrownBy(() -> RulesFile.parse(wrong, "own.yaml"))
                .hasMessageContaining("line " + account + ", account 2: kind is 'box'")
                .hasMessageContaining("line " + rule + ", version 1, rule ")
                .hasMessageNotContaining("account 1010 is not in the chart");
        assertThatThrownBy(() -> RulesFile.parse(RULES + "  - [", "own.yaml"))
                .hasMessageContaining("line " + (lines.size() + 1));
    }

    @Test
    void a_later_version_posts_from_its_first_day_and_leaves_the_days_before_alone() {
        String rules = RULES.substring(RULES.indexOf("    rules:"));
        PostingRules both =
                RulesFile.parse(
                        RULES + "  - version: 2\n    from: 2027-01-01\n" + rules, "own.yaml");

        assertThat(both.inForce(LocalDate.of(2026, 12, 31)).version()).isEqualTo(1);
        assertThat(both.inForce(LocalDate.of(2027, 1, 1)).version()).isEqualTo(2);
        assertThat(both.inForce(LocalDate.of(1969, 1, 1)).version()).isEqualTo(1);
    }

    @Test
    void versions_out_of_order_are_refused() {
        String rules = RULES.substring(RULES.indexOf("    rules:"));

        assertThatThrownBy(() ->
                        RulesFile.parse(
                                RULES + "  - version: 1\n    from: 1960-01-01\n" + rules,
                                "own.yaml"))
                .hasMessageContaining("two versions 1")
                .hasMessageContaining("not after the one before it");
    }

    @Test
    void what_is_no_rules_file_at_all_is_refused() {
        for (String text :
                new String[] {"", "[", "a: b", "- 1", "accounts: {}\nversions: 3", "&a [*a]"})
            assertThatThrownBy(() -> RulesFile.parse(text, "own.yaml"))
                    .as(text)
                    .isInstanceOf(BadRules.class);
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }
}
