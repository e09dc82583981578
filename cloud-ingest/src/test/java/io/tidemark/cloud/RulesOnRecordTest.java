package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.cloud.books.PostingRules;
import io.tidemark.cloud.books.RulesFile;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.kept.KeptFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was posted once stays posted so: head office does not start by rules that differ. */
class RulesOnRecordTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);

    @TempDir private Path directory;
    private String text;

    @BeforeEach
    void version_1_is_used() throws Exception {
        text = RulesInUse.own();
        PostingRules rules = rules(text);
        opened(rules).postedBy(rules.inForce(DAY), DAY, DAY);
    }

    @Test
    void the_same_rules_are_posted_by_again_and_accounts_may_be_renamed() {
        assertThatCode(() -> opened(rules(text))).doesNotThrowAnyException();
        assertThatCode(() -> opened(rules(text.replace("Cash in the safe", "Safe"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_version_that_was_used_and_has_been_changed_is_refused_with_what_to_do() {
        PostingRules changed =
                rules(text.replace("{of: wasted, debit: \"5100\"", "{of: wasted, debit: \"5000\""));

        assertThatThrownBy(() -> opened(changed))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("from 2027-03-31 to 2027-03-31 were posted by version 1")
                .hasMessageContaining("put it back as it was")
                .hasMessageContaining("a version with a new number");
    }

    @Test
    void a_new_version_begins_after_the_last_day_that_was_posted() {
        assertThatCode(() -> opened(rules(withVersion2("2027-04-01")))).doesNotThrowAnyException();
        assertThatThrownBy(() -> opened(rules(withVersion2("2027-03-31"))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("have it begin after 2027-03-31");
    }

    @Test
    void a_version_that_was_used_does_not_begin_later_than_the_first_day_it_posted() {
        PostingRules two = rules(withVersion2("2027-04-01"));
        LocalDate first = LocalDate.of(2027, 4, 2);
        opened(two).postedBy(two.inForce(first), first, LocalDate.of(2027, 4, 30));

        assertThatCode(() -> opened(rules(withVersion2("2027-04-02")))).doesNotThrowAnyException();
        assertThatThrownBy(() -> opened(rules(withVersion2("2027-04-03"))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("2027-04-02 would now be posted by version 1")
                .hasMessageContaining("have version 2 begin no later than 2027-04-02");
    }

    @Test
    void a_record_of_an_earlier_draft_which_has_the_last_day_alone_is_read() throws Exception {
        Path record = directory.resolve("posted-by");
        String[] fields = Files.readString(record).strip().split(" ", -1);
        Files.writeString(record, fields[0] + " " + fields[1] + " " + fields[3] + "\n");

        assertThatCode(() -> opened(rules(text))).doesNotThrowAnyException();
        assertThatThrownBy(() -> opened(rules(withVersion2("2027-03-31"))))
                .isInstanceOf(CannotRun.class);
    }

    @Test
    void a_version_that_nobody_was_posted_by_may_be_changed() {
        PostingRules two = rules(withVersion2("2027-04-01"));
        opened(two);

        assertThatCode(() -> opened(rules(withVersion2("2027-05-01")))).doesNotThrowAnyException();
    }

    @Test
    void a_damaged_record_is_not_passed_over() throws Exception {
        Files.writeString(directory.resolve("posted-by"), "1 gone");

        assertThatThrownBy(() -> opened(rules(text)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("posted-by is damaged");
    }

    private RulesOnRecord opened(PostingRules rules) {
        KeptFiles disk =
                new KeptFiles(why -> {
                    throw new AssertionError(why);
                });
        return RulesOnRecord.open(directory, disk, rules);
    }

    /** The rules of version 1 again, from another day on. */
    private String withVersion2(String from) {
        int begin = text.indexOf("  - version: 1");
        return text
                + text.substring(begin)
                        .replace("version: 1", "version: 2")
                        .replace("1970-01-01", from);
    }

    private static PostingRules rules(String text) {
        return RulesFile.parse(text, "rules.yaml");
    }
}
