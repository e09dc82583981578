package io.tidemark.node.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node as a process of its own, with real signals and ports. */
@Timeout(120)
class NodeProcessTest {
    @TempDir private Path directory;

    private Path home = Path.of("");
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void provision() throws IOException {
        home = new Homes(directory).till("role: till\n");
    }

    @AfterEach
    void killWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_node_says_where_it_is_and_stops_cleanly_on_sigterm() throws Exception {
        Process node = start("run");
        BufferedReader out = node.inputReader();
        String ready = out.readLine();
        String ports = Files.readString(home.resolve("run/ports.json"));

        assertThat(ready).matches("ready http://127\\.0\\.0\\.1:[0-9]+/");
        String port = URI.create(ready.substring("ready ".length())).getPort() + "";
        assertThat(ports)
                .isEqualTo("{\"http\":" + port + ",\"mqtt\":1883,\"pid\":" + node.pid() + "}\n");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(ready.substring("ready ".length()))).build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }

        node.destroy();
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(node.exitValue()).isZero();
        assertThat(home.resolve("run/ports.json")).doesNotExist();
    }

    @Test
    void a_second_process_on_the_same_home_is_refused() throws Exception {
        Process first = start("run");
        assertThat(first.inputReader().readLine()).startsWith("ready ");

        Process second = start("run");
        String message = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isEqualTo(ExitCode.HOME_IN_USE.code());
        assertThat(message).contains("is in use by process " + first.pid());
        assertThat(home.resolve("run/ports.json")).exists();
    }

    @Test
    void a_killed_node_leaves_a_home_that_starts_again() throws Exception {
        Process first = start("run");
        assertThat(first.inputReader().readLine()).startsWith("ready ");
        first.destroyForcibly().waitFor();

        Process second = start("run");

        assertThat(second.inputReader().readLine()).startsWith("ready ");
        assertThat(Files.readString(home.resolve("run/ports.json")))
                .contains("\"pid\":" + second.pid());
    }

    @Test
    void a_port_in_use_is_told_with_what_to_do() throws Exception {
        Process first = start("run");
        String ready = first.inputReader().readLine();
        Path other = Files.createDirectories(directory.resolve("till-2"));
        Files.writeString(
                other.resolve("node.yaml"),
                "role: till\nhttpPort: "
                        + URI.create(ready.substring("ready ".length())).getPort());

        Process second = launch(other, "run");
        String message = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isEqualTo(ExitCode.PORT_IN_USE.code());
        assertThat(message).contains("a port is in use").contains("--http-port");
    }

    @Test
    void a_failed_force_ends_the_process_at_once() throws Exception {
        Files.createFile(home.resolve("break"));

        Process node = start("run");
        String message = new String(node.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).isEqualTo(ExitCode.BROKEN_PROMISE.code());
        assertThat(message).contains("the disk is full").contains("free some space");
    }

    private Process start(String command) throws IOException {
        return launch(home, command);
    }

    private Process launch(Path directory, String command) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallestNode.class.getName(),
                                command,
                                "--dir",
                                directory.toString(),
                                "--passphrase-file",
                                new Homes(this.directory).passphraseFile().toString())
                        .start();
        started.add(process);
        return process;
    }
}
