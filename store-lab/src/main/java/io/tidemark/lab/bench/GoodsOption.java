package io.tidemark.lab.bench;

import io.tidemark.lab.retail.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which sales a benchmark's receipts are made. */
final class GoodsOption {
    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "a CSV file as for the demo (default: two shipped days)")
    private @Nullable Path data;

    Optional<Path> file() {
        return Optional.ofNullable(data);
    }

    List<Row.Line> lines() throws IOException {
        return Receipts.lines(file());
    }
}
