package io.tidemark.lab.bench;

import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.retail.DataRefused;
import io.tidemark.lab.retail.Row;
import io.tidemark.profiles.HardwareProfile;
import io.tidemark.profiles.UnknownProfile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench sync}: what a till recorded, marked by its gateway, for a backlog and live. */
@Command(
        name = "sync",
        description =
                "How fast what tills recorded is on the gateway's disk, marked and queryable.",
        mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

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

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "a CSV file as for the demo (default: two shipped days)")
    private @Nullable Path data;

    @Option(
            names = "--dir",
            description = "a directory on the disk to measure (default: the temporary one's)")
    private @Nullable Path dir;

    @Option(names = "--json", description = "one line of JSON for each run")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintStream told = json ? System.err : System.out;
        try (BenchDirectory directory = BenchDirectory.in(dir)) {
            List<Row.Line> goods = Receipts.lines(Optional.ofNullable(data));
            for (HardwareProfile profile : named())
                for (int count : tills) run(profile, count, goods, directory.path(), told);
            return DONE;
        } catch (DataRefused | UnknownProfile refused) {
            System.err.println("tidemark bench: " + refused.getMessage());
            return BAD_INPUT;
        } catch (NodeFailed failed) {
            System.err.println("tidemark bench: " + failed.getMessage());
            return FAILED;
        }
    }

    private List<HardwareProfile> named() {
        return profiles.stream()
                .map(name -> HardwareProfile.of(Optional.of(name), "till"))
                .toList();
    }

    private void run(
            HardwareProfile profile,
            int count,
            List<Row.Line> goods,
            Path directory,
            PrintStream told)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(directory.resolve(profile.name() + "-" + count));
        told.println(
                "sync: "
                        + count
                        + (count == 1 ? " till" : " tills")
                        + ", "
                        + profile.name()
                        + " …");
        Report report =
                new SyncRun(
                                goods,
                                Optional.ofNullable(data),
                                new SyncRun.Size(
                                        profile, count, lines / Receipts.LINES / count, live))
                        .measure(own)
                        .put("limit", new SyncLimits(goods).measure(own));
        if (json) System.out.println(report.toJson());
        else report.print(System.out);
    }
}
