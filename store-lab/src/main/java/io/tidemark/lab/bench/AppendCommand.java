package io.tidemark.lab.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench append}. */
@Command(
        name = "append",
        description = "A durable sale, beside a bare write and force of the same bytes.",
        mixinStandardHelpOptions = true)
final class AppendCommand implements Callable<Integer> {
    @Option(names = "--sales", defaultValue = "10000", description = "how many (default 10,000)")
    private int sales = 10_000;

    @Option(
            names = "--dir",
            description = "a directory on the disk to measure (default: the temporary one's)")
    private @Nullable Path dir;

    @Option(names = "--json", description = "print one line of JSON")
    private boolean json;

    @Override
    public Integer call() {
        try (BenchDirectory directory = BenchDirectory.in(dir)) {
            Report report = new AppendBench(directory.path(), sales).run();
            if (json) System.out.println(report.toJson());
            else report.print(System.out);
        }
        return 0;
    }
}
