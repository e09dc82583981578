package io.tidemark.lab.bench;

import io.tidemark.lab.retail.Row;
import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench sync}: what a till recorded, marked by its gateway, for a backlog and live. */
@Command(
        name = "sync",
        description =
                "How fast what tills recorded is on the gateway's disk, marked and queryable.",
        mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {
    private static final int DONE = 0;

    @Option(
            names = "--tills",
            split = ",",
            defaultValue = "1,4",
            description = "how many tills send at once; a run for each number (default 1,4)")
    private List<Integer> tills = List.of(1, 4);

    @Option(
            names = "--profile",
            split = ",",
            defaultValue = "till-standard,till-small",
            description =
                    "hardware profiles of the tills; a run for each"
                            + " (default till-standard,till-small)")
    private List<String> profiles = List.of("till-standard", "till-small");

    @Option(
            names = "--lines",
            defaultValue = "1000000",
            description = "receipt lines of a round, of all tills together (default 1000000)")
    private int lines = 1_000_000;

    @Option(
            names = "--live",
            defaultValue = "200",
            description = "single receipts whose latency is measured (default 200)")
    private int live = 200;

    @Mixin private final GoodsOption goods = new GoodsOption();

    @Mixin private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchDirectory directory = options.directory()) {
            List<Row.Line> sold = goods.lines();
            for (int count : tills) BenchOptions.atLeast(1, "--tills", count);
            BenchOptions.atLeast(1, "--live", live);
            for (int count : tills) BenchOptions.atLeast(Receipts.LINES * count, "--lines", lines);
            for (HardwareProfile profile : named())
                for (int count : tills) run(profile, count, sold, directory.path());
            return DONE;
        }
    }

    private List<HardwareProfile> named() {
        return profiles.stream()
                .map(name -> HardwareProfile.of(Optional.of(name), "till"))
                .toList();
    }

    private void run(HardwareProfile profile, int count, List<Row.Line> sold, Path directory)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(directory.resolve(profile.name() + "-" + count));
        options.progress()
                .println(
                        "sync: "
                                + count
                                + (count == 1 ? " till" : " tills")
                                + ", "
                                + profile.name()
                                + " …");
        Report report =
                new SyncRun(
                                sold,
                                goods.file(),
                                new SyncRun.Size(
                                        profile, count, lines / Receipts.LINES / count, live))
                        .measure(own)
                        .put("limit", new SyncLimits(sold).measure(own));
        options.tell(report);
    }
}
