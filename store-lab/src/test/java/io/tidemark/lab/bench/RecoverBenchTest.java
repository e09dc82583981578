package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverBenchTest {
    @TempDir private Path directory = Path.of("");

    @Test
    void it_tells_what_it_found_beside_each_limit() throws IOException {
        RecoverBench bench =
                new RecoverBench(
                        directory, Receipts.lines(Optional.empty()), new RecoverBench.Size(50, 3));

        String json =
                bench.run(
                                new PrintStream(
                                        OutputStream.nullOutputStream(),
                                        true,
                                        StandardCharsets.UTF_8))
                        .toJson();

        assertThat(json)
                .startsWith("{\"entries\":50,\"group\":3,\"lines\":250,")
                .contains(
                        "\"openSeconds\":",
                        "\"rebuildLinesPerSecond\":",
                        "\"limit\":{\"sha256Seconds\":");
    }
}
