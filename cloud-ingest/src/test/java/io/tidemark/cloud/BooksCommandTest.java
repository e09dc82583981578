package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.command.NodeShell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books on the command line, of a head office that does not run. */
class BooksCommandTest {
    @TempDir private Path directory;

    @Test
    void a_head_office_that_does_not_run_is_said_not_to() throws Exception {
        Organisation organisation = Organisation.found(directory);
        NodeShell shell = new NodeShell(new CloudIngest(), organisation.home());

        assertThat(shell.refused(2, "books", "trial-balance"))
                .contains("head office does not run in")
                .contains("start it");
    }

    @Test
    void what_is_refused_is_said_in_words_and_not_as_json() throws Exception {
        Organisation organisation = Organisation.found(directory);
        organisation.store("s001", 1);
        try (RunningHeadOffice headOffice = organisation.run()) {
            NodeShell shell = organisation.shellBeside(headOffice);

            assertThat(shell.refused(1, "books", "account", "--code", "4711"))
                    .contains("there is no account '4711' in the chart; there are 1000, 1010")
                    .doesNotContain("{");
            assertThat(shell.refused(1, "books", "trial-balance", "--store", "s099"))
                    .contains("there is no store 's099' in the roster; there are", "s001");
        }
    }

    @Test
    void a_head_office_that_ended_without_a_word_is_said_not_to_answer() throws Exception {
        Organisation organisation = Organisation.found(directory);

        assertThat(organisation.shell(1).refused(2, "books", "posting"))
                .contains("head office does not answer at 127.0.0.1:1: start it");
    }

    @Test
    void each_of_them_tells_its_options() {
        StringBuilder told = new StringBuilder();

        for (String verb : List.of("trial-balance", "account", "posting")) {
            NodeShell.Ended help = NodeShell.typed(new CloudIngest(), "books", verb, "--help");
            assertThat(help.code()).as(verb).isZero();
            told.append(help.out());
        }

        assertThat(told).contains("--store", "--code", "--json");
    }
}
