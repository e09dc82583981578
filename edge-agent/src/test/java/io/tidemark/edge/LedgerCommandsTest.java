package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.home.NodeHome;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that look at a till's ledger, on a provisioned directory. */
class LedgerCommandsTest extends LedgerTillAtHand {
    private static final int BAD_USAGE = 2;
    private static final int IN_USE = 4;

    @Test
    void a_journal_nobody_knows_is_refused_with_those_that_are_known() {
        assertThat(
                        till.run(
                                "export",
                                "--out",
                                directory.resolve("copy").toString(),
                                "--journal",
                                "s009.till-9.1"))
                .isEqualTo(BAD_USAGE);
    }

    @Test
    void show_tells_the_entries_that_were_asked_for_with_their_hashes() {
        assertThat(till.run("show", "--from", "2", "--to", "4")).isZero();

        assertThat(till.told()).hasSize(3);
        assertThat(till.told().getFirst()).startsWith("       2  ").contains("TILL_OPENED");
        assertThat(till.told().getLast()).contains("NO_SALE").contains("operator Mary, change");
    }

    @Test
    void show_finds_entries_by_type_day_and_command() {
        till.run("show", "--type", "business-day-opened", "--json");
        String opened = till.told().getFirst();
        String command = opened.replaceAll(".*\"command\":\"([0-9a-f-]+)\".*", "$1");
        String day = opened.replaceAll(".*\"businessDay\":\"([0-9-]+)\".*", "$1");

        assertThat(till.run("show", "--command", command)).isZero();
        assertThat(till.told()).hasSize(2);
        assertThat(till.run("show", "--day", day, "--type", "9")).isZero();
        assertThat(till.told()).hasSize(20);
        assertThat(till.run("show", "--day", "2001-01-01")).isZero();
        assertThat(till.told()).isEmpty();
    }

    @Test
    void show_tells_all_of_an_event_as_json() {
        assertThat(till.run("show", "--from", "3", "--to", "3", "--content")).isZero();

        assertThat(till.told().getFirst())
                .startsWith("{\"sequence\":3,\"hash\":\"")
                .endsWith("\"event\":{\"reason\":\"change\",\"approvals\":[]}}");
    }

    @Test
    void tail_tells_the_last() {
        assertThat(till.run("tail", "-n", "2")).isZero();

        assertThat(till.told()).hasSize(2);
        assertThat(till.told().getLast()).startsWith("      22  ");
    }

    @Test
    void what_only_looks_works_beside_a_node_that_holds_the_directory() {
        NodeHome held = NodeHome.open(till.home());
        try {
            assertThat(till.run("show")).isZero();
            assertThat(till.run("tail")).isZero();
            assertThat(till.run("stats")).isZero();
            assertThat(till.run("export", "--out", directory.resolve("copy").toString())).isZero();
            assertThat(till.run("verify")).isEqualTo(IN_USE);
            assertThat(till.run("rebuild")).isEqualTo(IN_USE);
        } finally {
            held.close();
        }
    }

    @Test
    void stats_count_what_the_journal_holds() {
        assertThat(till.run("stats", "--json")).isZero();

        assertThat(till.told()).hasSize(1);
        assertThat(till.told().getFirst())
                .contains("\"journal\":\"s001.till-1.1\",\"epoch\":1,\"entries\":22,\"segments\":1")
                .contains("\"groups\":1,\"businessDays\":1")
                .contains("\"types\":{\"BUSINESS_DAY_OPENED\":1,\"NO_SALE\":20,\"TILL_OPENED\":1}");
    }

    @Test
    void a_part_is_exported_up_to_the_signed_head_that_covers_it() {
        Path copy = directory.resolve("copy");

        assertThat(till.run("export", "--out", copy.toString(), "--from", "5", "--to", "6"))
                .isZero();

        assertThat(till.told().getFirst()).startsWith("entries 5 to 22 of journal s001.till-1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show --from 0           | --from is 0",
                "show --from 5 --to 4    | --to is 4, before --from",
                "show --day yesterday    | --day is 'yesterday'; write a date as 2010-12-01",
                "show --type sail        | --type is 'sail'; write one of",
                "show --command 12       | --command is '12'; write the command's UUID",
                "show --journal x        | this node has no journal x; those it has are s001.till-1.1",
                "tail --lines -1         | --lines is -1",
                "stats --journal x       | this node has no journal x",
                "export                  | Missing required option: '--out=FILE'",
                "export --out o --from 0 | has the entries 1 to 22, not 0",
                "restore --copy nowhere  | cannot read nowhere",
                "restore --copy .        | cannot read .: give the file",
                "restore                 | --from-peer",
                "sho                     | Unmatched argument",
            })
    void wrong_usage_is_refused_with_what_to_write(String command, String why) {
        String[] words = command.split(" ", -1);

        assertThat(till.run(words[0], Arrays.copyOfRange(words, 1, words.length)))
                .isEqualTo(BAD_USAGE);

        assertThat(till.err()).contains(why);
    }

    @Test
    void verify_says_which_entries_the_next_start_will_sign() throws Exception {
        till.losesPowerAfterANewEntry();

        assertThat(till.run("verify")).isZero();
        String told = String.join(" ", till.told());
        assertThat(till.run("verify", "--json")).isZero();

        assertThat(told).contains("entry 23 is recorded and not signed yet");
        assertThat(till.told().getFirst())
                .contains("\"note\":\"entry 23 is recorded and not signed yet");
    }

    @Test
    void every_command_tells_its_version_and_its_jvm() {
        assertThat(till.runPlainly("verify", "--version")).isZero();

        assertThat(till.told()).hasSize(2);
        assertThat(till.told().getFirst()).startsWith("Tidemark ");
        assertThat(till.told().getLast()).contains("JVM " + Runtime.version());
    }
}
