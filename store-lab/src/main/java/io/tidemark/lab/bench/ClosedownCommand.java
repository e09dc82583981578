package io.tidemark.lab.bench;

import io.tidemark.lab.retail.DataRefused;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench closedown}. */
@Command(
        name = "closedown",
        description =
                "A large shop's day closed: the figures in memory, and from journals on disk in a"
                        + " new JVM; beside bare arrays, DuckDB, PostgreSQL and H2.",
        mixinStandardHelpOptions = true)
final class ClosedownCommand implements Callable<Integer> {
    @Option(
            names = "--lines",
            defaultValue = "1000000",
            description = "lines sold in the day (default 1000000)")
    private int lines = 1_000_000;

    @Option(
            names = "--tills",
            defaultValue = "30",
            description = "tills that sold them (default 30)")
    private int tills = 30;

    @Option(
            names = "--runs",
            defaultValue = "9",
            description = "how often each is measured, for the median (default 9)")
    private int runs = 9;

    @Option(
            names = "--seed",
            defaultValue = "11",
            description = "which day is made up (default 11)")
    private long seed = 11;

    @Option(
            names = "--receipts",
            description =
                    "an ordinary day instead: about so many receipts of four tills, closed over the"
                            + " API of a gateway of the smallest profile")
    private int receipts;

    @Mixin private final BenchOptions options = new BenchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        BenchOptions.atLeast(1, "--tills", tills);
        BenchOptions.atLeast(tills, "--lines", lines);
        BenchOptions.atLeast(1, "--runs", runs);
        if (receipts != 0) return ordinary(BenchOptions.atLeast(4, "--receipts", receipts));
        try (BenchDirectory directory = options.directory()) {
            ClosedownBench bench =
                    new ClosedownBench(
                            directory.path(),
                            new ClosedownBench.Size(lines, tills, runs, seed),
                            options.progress());
            options.tell(bench.run());
        }
        return 0;
    }

    private int ordinary(int wanted) throws IOException {
        for (String option : List.of("--lines", "--tills", "--runs"))
            if (spec.commandLine().getParseResult().hasMatchedOption(option))
                throw new DataRefused(
                        option + " is of a large shop's day: leave it out beside --receipts");
        try (BenchDirectory directory = options.directory()) {
            options.tell(new OrdinaryDay(directory.path(), options.progress()).run(wanted, seed));
        }
        return 0;
    }
}
