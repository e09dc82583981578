package io.tidemark.node.running;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.NodeRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a command looks for a node that runs. */
class NodeAtHandTest {
    @TempDir private Path directory;

    @Test
    void where_none_runs_it_is_said_how_to_start_one() {
        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> NodeAtHand.in(directory, NodeRole.GATEWAY))
                .withMessageContaining("the gateway does not run in")
                .withMessageContaining("./tidemark gateway DIR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"mqtt\": 1883}",
                "{\"http\": \"8080\"}",
                "{\"http\": 80.5}",
                "{\"http\": 5000000000}",
                "{\"http\": 1e30}"
            })
    void what_tells_no_port_cannot_be_read(String ports) throws IOException {
        Path told = Files.createDirectories(directory.resolve("run")).resolve("ports.json");
        Files.writeString(told, ports);

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> NodeAtHand.in(directory, NodeRole.GATEWAY))
                .withMessageContaining("ports.json cannot be read (")
                .withMessageContaining("start the node again");
    }
}
