package io.tidemark.node.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeHomeTest {
    @TempDir private Path directory;

    @Test
    void who_looks_knows_whether_the_node_runs() throws IOException {
        Files.writeString(directory.resolve("node.yaml"), "");
        NodeHome looked = NodeHome.toRead(directory);
        assertThat(looked.isBesideItsNode()).isFalse();

        try (NodeHome held = NodeHome.open(directory)) {
            assertThat(looked.isBesideItsNode()).isTrue();
            assertThat(held.isBesideItsNode()).isFalse();
        }

        assertThat(looked.isBesideItsNode()).isFalse();
    }
}
