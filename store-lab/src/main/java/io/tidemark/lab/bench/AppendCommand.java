package io.tidemark.lab.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench append}. */
@Command(
        name = "append",
        description = "A durable sale, beside a bare write and force of the same bytes.",
        mixinStandardHelpOptions = true)
final class AppendCommand implements Callable<Integer> {
    @Option(names = "--sales", defaultValue = "10000", description = "how many (default 10,000)")
    private int sales = 10_000;

    @Mixin private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() {
        BenchOptions.atLeast(1, "--sales", sales);
        try (BenchDirectory directory = options.directory()) {
            Report report = new AppendBench(directory.path(), sales).run();
            options.tell(report);
        }
        return 0;
    }
}
