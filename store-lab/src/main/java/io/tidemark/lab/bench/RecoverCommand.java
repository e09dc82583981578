package io.tidemark.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "a CSV file as for the demo (default: two shipped days)")
    private @Nullable Path data;

    @Option(
            names = "--dir",
            description = "a directory on the disk to measure (default: the temporary one's)")
    private @Nullable Path dir;

    @Option(names = "--json", description = "print one line of JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintStream told = json ? System.err : System.out;
        try (BenchDirectory directory = BenchDirectory.in(dir)) {
            RecoverBench bench =
                    new RecoverBench(
                            directory.path(),
                            Receipts.lines(Optional.ofNullable(data)),
                            new RecoverBench.Size(entries, group));
            Report report = bench.run(told);
            if (json) System.out.println(report.toJson());
            else report.print(System.out);
        }
        return 0;
    }
}
