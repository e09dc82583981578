package io.tidemark.lab.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench recover}. */
@Command(
        name = "recover",
        description =
                "A till's journal opened and verified, and its tables built anew from it,"
                        + " beside SHA-256 alone and a batch insert alone.",
        mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {
    @Option(
            names = "--entries",
            defaultValue = "1000000",
            description = "receipts of five lines in the journal (default 1000000)")
    private int entries = 1_000_000;

    @Option(
            names = "--group",
            defaultValue = "1",
            description = "receipts between two signed heads (default 1: a till that sells)")
    private int group = 1;

    @Mixin private final GoodsOption goods = new GoodsOption();

    @Mixin private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws IOException {
        BenchOptions.atLeast(1, "--entries", entries);
        BenchOptions.atLeast(1, "--group", group);
        try (BenchDirectory directory = options.directory()) {
            RecoverBench bench =
                    new RecoverBench(
                            directory.path(), goods.lines(), new RecoverBench.Size(entries, group));
            Report report = bench.run(options.progress());
            options.tell(report);
        }
        return 0;
    }
}
