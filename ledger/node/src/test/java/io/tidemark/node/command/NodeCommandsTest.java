package io.tidemark.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Failure;
import io.tidemark.node.home.Homes;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.SmallestNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands that end by themselves; a node that runs is tested as a process. */
class NodeCommandsTest {
    @TempDir private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path home = Path.of("");

    @BeforeEach
    void provision() throws IOException {
        home = new Homes(directory).till("role: till\n");
    }

    @Test
    void verify_tells_what_it_checked() {
        int code = execute("verify", "--dir", home.toString());

        assertThat(code).isEqualTo(ExitCode.OK.code());
        assertThat(out.toString())
                .isEqualTo(
                        """
                        ok     journal s001.till-1.1, 3 entries
                        ok     journal s001.till-2.1, 9 entries
                        all is as it was recorded
                        """);
    }

    @Test
    void verify_tells_what_is_wrong_and_where() throws IOException {
        Files.createFile(home.resolve("damaged"));

        int code = execute("verify", "--json", "--dir", home.toString());

        assertThat(code).isEqualTo(ExitCode.FOUND_WRONG.code());
        assertThat(out.toString())
                .isEqualTo(
                        "{\"ok\":false,\"checks\":[{\"checked\":\"journal s001.till-1.1, 3 entries\"},"
                                + "{\"checked\":\"journal s001.till-2.1\",\"wrong\":\"entry \\\"7\\\" at byte 12\"}]}\n");
    }

    @Test
    void a_directory_that_is_no_home_is_refused() {
        int code = execute("run", "--dir", directory.toString());

        assertThat(code).isEqualTo(ExitCode.BAD_USAGE.code());
        assertThat(err.toString())
                .contains("there is no node.yaml in " + directory)
                .contains("provision");
    }

    @Test
    void a_home_that_another_process_holds_is_refused() {
        NodeHome held = NodeHome.open(home);
        try {
            int code = execute("run", "--dir", home.toString());

            assertThat(code).isEqualTo(ExitCode.HOME_IN_USE.code());
            assertThat(err.toString())
                    .contains("in use by process " + ProcessHandle.current().pid())
                    .contains("stop that one first");
        } finally {
            held.close();
        }
        assertThat(execute("verify", "--dir", home.toString())).isEqualTo(ExitCode.OK.code());
    }

    @Test
    void another_programs_home_is_refused() throws IOException {
        Files.writeString(home.resolve("node.yaml"), "role: gateway\n");

        int code = execute("run", "--dir", home.toString());

        assertThat(code).isEqualTo(ExitCode.BAD_USAGE.code());
        assertThat(err.toString())
                .contains("is the home of a gateway: run it with fog-gateway, not edge-agent");
    }

    @Test
    void a_missing_passphrase_file_is_refused() throws IOException {
        Files.delete(new Homes(directory).passphraseFile());

        int code = execute("verify", "--dir", home.toString());

        assertThat(code).isEqualTo(ExitCode.BAD_USAGE.code());
        assertThat(err.toString()).contains("cannot be read").contains("name a readable file");
    }

    @Test
    void a_port_that_is_none_is_refused() {
        assertThat(execute("run", "--dir", home.toString(), "--http-port", "70000"))
                .isEqualTo(ExitCode.BAD_USAGE.code());
        assertThat(err.toString()).contains("--http-port is 70000");
    }

    @Test
    void a_misspelt_laboratory_clock_is_refused() {
        assertThat(execute("run", "--dir", home.toString(), "--lab-clock", "tomorrow"))
                .isEqualTo(ExitCode.BAD_USAGE.code());
        assertThat(err.toString()).contains("not a laboratory clock: 'tomorrow'");
    }

    @Test
    void an_option_that_is_missing_is_named() {
        assertThat(commandLine().execute("run")).isEqualTo(ExitCode.BAD_USAGE.code());
        assertThat(err.toString()).contains("--dir").contains("--passphrase-file");
    }

    @Test
    void no_command_at_all_shows_what_there_is() {
        assertThat(commandLine().execute()).isEqualTo(ExitCode.BAD_USAGE.code());
        assertThat(err.toString()).contains("edge-agent").contains("run").contains("verify");
    }

    @Test
    void failures_are_looked_for_below_what_wraps_them() {
        Exception bind =
                new IllegalStateException(
                        "cannot start",
                        new RuntimeException(new BindException("Address already in use")));
        Exception full =
                new RuntimeException(
                        new FileSystemException(
                                "/data/run/ports.json", null, "No space left on device"));

        assertThat(Failure.of(bind).exitCode()).isEqualTo(ExitCode.PORT_IN_USE);
        assertThat(Failure.of(bind).message()).contains("--http-port");
        assertThat(Failure.of(full).exitCode()).isEqualTo(ExitCode.BROKEN_PROMISE);
        assertThat(Failure.of(full).message())
                .contains("the disk is full")
                .contains("/data/run/ports.json")
                .contains("free some space");
        assertThat(Failure.of(new IllegalStateException("oops")).exitCode())
                .isEqualTo(ExitCode.UNEXPECTED);
    }

    private int execute(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        all[1] = "--passphrase-file";
        all[2] = new Homes(directory).passphraseFile().toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return commandLine().execute(all);
    }

    private CommandLine commandLine() {
        return NodeMain.commandLine(new SmallestNode())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
