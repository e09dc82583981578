package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The books on the command line, of a head office that does not run. */
class BooksCommandTest {
    @TempDir private Path directory;

    @Test
    void a_head_office_that_does_not_run_is_said_not_to() throws Exception {
        Organisation organisation = Organisation.found(directory);
        StringWriter err = new StringWriter();
        CommandLine books = new CommandLine(new BooksCommand()).setErr(new PrintWriter(err));

        int exit = books.execute("trial-balance", "--dir", organisation.home().toString());

        assertThat(exit).isNotZero();
        assertThat(err.toString()).contains("head office does not run in").contains("start it");
    }

    @Test
    void what_is_refused_is_said_in_words_and_not_as_json() throws Exception {
        Organisation organisation = Organisation.found(directory);
        organisation.store("s001", 1);
        try (RunningHeadOffice headOffice = organisation.run()) {
            listening(organisation, headOffice.people("/").getPort());

            assertThat(said(organisation, "account", "--code", "4711"))
                    .contains("there is no account '4711' in the chart; there are 1000, 1010")
                    .doesNotContain("{");
            assertThat(said(organisation, "trial-balance", "--store", "s099"))
                    .contains("there is no store 's099' in the roster; there are", "s001");
        }
    }

    @Test
    void a_head_office_that_ended_without_a_word_is_said_not_to_answer() throws Exception {
        Organisation organisation = Organisation.found(directory);
        listening(organisation, 1);

        assertThat(said(organisation, "posting"))
                .contains("head office does not answer at 127.0.0.1:1: start it");
    }

    private static void listening(Organisation organisation, int port) throws Exception {
        Path ports = organisation.home().resolve("run").resolve("ports.json");
        Files.createDirectories(ports.getParent());
        Files.writeString(ports, "{\"http\":" + port + "}");
    }

    /** Of a command that is refused. */
    private static String said(Organisation organisation, String... words) {
        StringWriter err = new StringWriter();
        CommandLine books = new CommandLine(new BooksCommand()).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dir", organisation.home().toString()));
        assertThat(books.execute(all.toArray(String[]::new))).isNotZero();
        return err.toString();
    }

    @Test
    void each_of_them_tells_its_options() {
        StringWriter out = new StringWriter();
        CommandLine books = new CommandLine(new BooksCommand()).setOut(new PrintWriter(out));

        for (String verb : new String[] {"trial-balance", "account", "posting"})
            assertThat(books.execute(verb, "--help")).isZero();

        assertThat(out.toString()).contains("--store", "--code", "--json");
    }
}
