package io.tidemark.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher used wrongly: each time exit 2 and a message that says what to do. */
class LauncherTest {
    private static final int BAD_USAGE = 2;

    @TempDir private Path directory;

    private record Ended(int exit, String said) {}

    @ParameterizedTest
    @MethodSource("wrongUses")
    void a_wrong_use_is_refused_with_what_to_do(List<String> arguments, String advice)
            throws Exception {
        Ended ended = tidemark(Map.of(), arguments);

        assertThat(ended.exit()).as(ended.said()).isEqualTo(BAD_USAGE);
        assertThat(ended.said()).contains(advice);
    }

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                Arguments.of(List.of(), "usage: ./tidemark COMMAND"),
                Arguments.of(List.of("sell"), "there is no command 'sell'; ./tidemark --help"),
                Arguments.of(List.of("till"), "usage: ./tidemark till DIR"),
                Arguments.of(List.of("verify", "--json"), "usage: ./tidemark verify DIR"),
                Arguments.of(List.of("verify", "nowhere"), "nowhere is not a directory"),
                Arguments.of(List.of("cash"), "usage: ./tidemark cash COMMAND DIR"),
                Arguments.of(List.of("cash", "steal", "x"), "there is no 'cash steal'"),
                Arguments.of(List.of("report", "x"), "usage: ./tidemark report x DIR"),
                Arguments.of(List.of("api"), "usage: ./tidemark api DIR"),
                Arguments.of(List.of("build", "quickly"), "build takes no options"));
    }

    @Test
    void help_is_no_mistake() throws Exception {
        Ended ended = tidemark(Map.of(), List.of("--help"));

        assertThat(ended.exit()).isZero();
        assertThat(ended.said()).contains("demo", "provision", "verify DIR", "test");
    }

    @Test
    void a_directory_that_is_no_home_is_refused() throws Exception {
        Ended ended = tidemark(Map.of(), List.of("till", directory.toString()));

        assertThat(ended.exit()).isEqualTo(BAD_USAGE);
        assertThat(ended.said()).contains("it has no node.yaml", "./tidemark provision");
    }

    @Test
    void another_nodes_home_is_refused_with_the_right_command() throws Exception {
        Path home = home("gateway");

        Ended ended = tidemark(Map.of(), List.of("till", home.toString()));

        assertThat(ended.exit()).isEqualTo(BAD_USAGE);
        assertThat(ended.said()).contains("home of a gateway: ./tidemark gateway " + home);
    }

    @Test
    void a_command_is_asked_of_a_node_that_knows_it() throws Exception {
        Path home = home("gateway");

        Ended ended = tidemark(Map.of(), List.of("cash", "count", home.toString(), "GBP=1"));

        assertThat(ended.exit()).isEqualTo(BAD_USAGE);
        assertThat(ended.said()).contains("home of a gateway; cash count is asked of a till");
    }

    @Test
    void a_home_without_its_passphrase_is_refused_with_the_option_to_give() throws Exception {
        Ended ended = tidemark(Map.of(), List.of("verify", home("till").toString()));

        assertThat(ended.exit()).isEqualTo(BAD_USAGE);
        assertThat(ended.said()).contains("secrets/s001-till-1", "--passphrase-file FILE");
    }

    @Test
    void a_java_home_that_is_no_jdk_25_is_refused_and_not_passed_over() throws Exception {
        Ended ended =
                tidemark(Map.of("TIDEMARK_JAVA_HOME", directory.toString()), List.of("build"));

        assertThat(ended.exit()).isEqualTo(BAD_USAGE);
        assertThat(ended.said()).contains("is not a JDK 25", "Correct it, or unset it");
    }

    private Path home(String role) throws IOException {
        Path home = Files.createDirectories(directory.resolve("s001").resolve("till-1"));
        Files.writeString(home.resolve("node.yaml"), "role: " + role + "\n");
        return home;
    }

    private static Ended tidemark(Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of("..", "tidemark").toAbsolutePath().normalize().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
