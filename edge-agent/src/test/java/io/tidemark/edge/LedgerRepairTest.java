package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that find a till's ledger damaged, and put it right. */
class LedgerRepairTest extends LedgerTillAtHand {
    private static final int FOUND_WRONG = 1;
    private static final int BAD_USAGE = 2;
    private static final int DAMAGED = 3;

    @Test
    void a_damaged_journal_is_whole_again_with_a_copy() throws IOException {
        Path copy = directory.resolve("copy");
        assertThat(till.run("export", "--out", copy.toString())).isZero();
        till.flip();
        assertThat(till.run("verify")).isEqualTo(FOUND_WRONG);

        assertThat(till.run("restore", "--copy", copy.toString())).isZero();

        assertThat(till.run("verify")).isZero();
    }

    @Test
    void a_damaged_journal_is_whole_again_with_what_the_peer_has() throws IOException {
        till.flip();

        assertThat(till.runWith(till.withPeer(), "restore", "--from-peer")).isZero();

        assertThat(till.told().getFirst()).contains("is whole again up to entry 22");
        assertThat(till.run("verify")).isZero();
        try (Stream<Path> beside = Files.list(till.home().resolve("journal"))) {
            assertThat(beside).noneMatch(file -> file.toString().endsWith(".copy"));
        }
    }

    @Test
    void a_restore_says_which_answered_entry_it_has_to_leave_out() throws IOException {
        Path copy = directory.resolve("copy");
        assertThat(till.run("export", "--out", copy.toString())).isZero();
        till.damageANewEntryThatAPowerCutLeftUnnoted();

        assertThat(till.run("restore", "--copy", copy.toString())).isEqualTo(FOUND_WRONG);

        assertThat(till.told().getFirst())
                .contains("ends with entry 22", "LEFT OUT: Entry 23", "may have been answered");
        assertThat(till.run("verify")).isZero();
    }

    @Test
    void a_peer_that_lacks_just_the_damaged_last_entry_helps_as_its_copy_would()
            throws IOException {
        till.damageANewEntryThatAPowerCutLeftUnnoted();

        assertThat(till.runWith(till.withPeer(), "restore", "--from-peer")).isEqualTo(FOUND_WRONG);

        assertThat(till.told().getFirst()).contains("ends with entry 22", "LEFT OUT: Entry 23");
        assertThat(till.run("verify")).isZero();
    }

    @Test
    void a_restore_says_what_it_leaves_out_as_json_too() throws IOException {
        Path copy = directory.resolve("copy");
        assertThat(till.run("export", "--out", copy.toString())).isZero();
        till.damageANewEntryThatAPowerCutLeftUnnoted();

        till.run("restore", "--json", "--copy", copy.toString());

        assertThat(till.told().getFirst())
                .contains("\"entries\":22", "\"leftOut\":1", "\"endUnknown\":false");
    }

    @Test
    void a_damaged_segment_whose_receipts_are_pruned_is_whole_again_with_a_copy_of_them()
            throws IOException {
        Path copy = directory.resolve("copy");
        till.sellsInTwoDays();
        assertThat(till.run("export", "--out", copy.toString())).isZero();
        till.prunes();
        assertThat(till.run("verify")).isZero();
        till.flip();

        assertThat(till.run("verify")).isEqualTo(FOUND_WRONG);
        assertThat(String.join(" ", till.told()))
                .contains("is damaged at entry", "ledger export", "ledger restore");
        assertThat(till.run("restore", "--copy", copy.toString())).isZero();

        assertThat(till.told().getFirst()).contains("is whole again up to entry 27");
        Path again = directory.resolve("again");
        assertThat(till.run("export", "--from", "1", "--out", again.toString())).isZero();
    }

    @Test
    void where_nobody_has_them_any_more_each_step_to_the_archive_is_told() throws IOException {
        Path copy = directory.resolve("copy");
        till.sellsInTwoDays();
        long pruned = till.prunes();
        String next = String.valueOf(pruned + 1);
        assertThat(till.run("export", "--from", next, "--out", copy.toString())).isZero();
        till.flip();

        assertThat(till.run("restore", "--copy", copy.toString())).isEqualTo(DAMAGED);

        assertThat(till.err())
                .contains("nothing was changed", "are pruned here", "the store's recovery key")
                .contains("gateway recover NEW", "ledger export NEW", "ledger restore DIR");
        assertThat(till.run("verify")).isEqualTo(FOUND_WRONG);
    }

    @Test
    void a_sound_journal_is_not_restored() {
        assertThat(till.runWith(till.withPeer(), "restore", "--from-peer")).isEqualTo(BAD_USAGE);
        assertThat(till.err()).contains("there is nothing to restore");
    }

    @Test
    void a_gateway_that_is_not_there_is_told_and_nothing_is_changed() throws IOException {
        till.flip();
        Files.writeString(
                till.home().resolve("node.yaml"),
                "role: till\ngateway: {host: 127.0.0.1, mqttPort: 1}\n");

        assertThat(till.run("restore", "--from-peer")).isEqualTo(BAD_USAGE);

        assertThat(till.err()).contains("the gateway cannot be asked");
        assertThat(till.run("verify")).isEqualTo(FOUND_WRONG);
    }

    @Test
    void a_journal_is_not_restored_from_what_is_no_copy_of_it() throws IOException {
        Path nothing = Files.writeString(directory.resolve("nothing"), "nothing");
        till.flip();

        assertThat(till.run("restore", "--copy", nothing.toString())).isEqualTo(DAMAGED);
        assertThat(till.run("verify")).isEqualTo(FOUND_WRONG);
    }

    @Test
    void a_file_where_a_directory_should_be_is_named_with_what_to_see_to() throws IOException {
        Path journal = till.home().resolve("journal");
        Files.move(journal, directory.resolve("elsewhere"));
        Files.createFile(journal);

        assertThat(till.run("verify")).isEqualTo(BAD_USAGE);

        assertThat(till.err()).contains("cannot use " + journal, "a file or a directory");
    }

    @Test
    void rebuilt_tables_hold_the_same_rows() {
        assertThat(till.run("rebuild", "--json")).isZero();
        assertThat(till.told().getFirst()).contains("\"doubt\":\"there is none yet\"");

        assertThat(till.run("rebuild", "--json")).isZero();

        assertThat(till.told().getFirst()).contains("\"entries\":22").endsWith("\"same\":true}");
        assertThat(till.run("verify")).isZero();
    }

    @Test
    void a_damaged_entry_on_the_way_is_named() throws IOException {
        till.flip();

        assertThat(till.run("show")).isEqualTo(DAMAGED);
        assertThat(till.err()).contains("journal s001.till-1.1 is damaged at entry");
    }
}
