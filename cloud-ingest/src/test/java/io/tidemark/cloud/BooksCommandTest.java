package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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

        int exit =
                books.execute(
                        "trial-balance",
                        "--dir",
                        organisation.home().toString(),
                        "--passphrase-file",
                        organisation.headOffice().passphraseFile().toString());

        assertThat(exit).isNotZero();
        assertThat(err.toString()).contains("head office does not run in").contains("start it");
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
