package io.tidemark.lab.bench;

import io.tidemark.authority.ProvisionedNode;
import io.tidemark.lab.retail.Row;
import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One store with so many tills: a backlog sent by fresh processes to a fresh gateway, the same
 * again while warm, then single receipts, and single receipts beside another till that catches up.
 */
final class SyncRun {
    private static final Duration QUERYABLE_MAX = Duration.ofMinutes(30);
    private static final long LIVE_MILLIS = 50;

    /** Receipts sent one by one through the proxy, which counts their bytes. */
    private static final int COUNTED = 40;

    /**
     * Receipts sent one by one before each of those of the steady state, which makes an hour's of a
     * store where as many are measured as usual: until then the JVMs compile what runs once a
     * receipt.
     */
    private static final int SETTLING_FOR_EACH = 4;

    private static final long SETTLING_MILLIS = 10;

    private static final double MICROS = 1e6;

    private final List<Row.Line> data;
    private final Optional<Path> file;
    private final Size size;
    private long queryableBefore;

    /**
     * @param profile of the tills
     * @param receipts of each till and round
     * @param live receipts sent one by one, of each till
     */
    record Size(HardwareProfile profile, int tills, int receipts, int live) {
        long linesOfARound() {
            return (long) tills * receipts * Receipts.LINES;
        }
    }

    SyncRun(List<Row.Line> data, Optional<Path> file, Size size) {
        this.data = data;
        this.file = file;
        this.size = size;
    }

    Report measure(Path directory) throws IOException, InterruptedException {
        try (SyncStore store = SyncStore.provision(directory, size.tills());
                ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            all(
                    each,
                    till -> {
                        ProvisionedNode node = store.tills().get(till);
                        Backlog.write(node, data, from(till), size.receipts());
                        return new long[0];
                    });
            store.startGateway();
            List<TillLine> lines = new ArrayList<>();
            for (int till = 0; till < size.tills(); till++)
                lines.add(store.startTill(till, from(till), size.profile(), file));
            return measure(store, lines, each);
        }
    }

    private Report measure(SyncStore store, List<TillLine> lines, ExecutorService each)
            throws IOException, InterruptedException {
        GatewayWatch watch = new GatewayWatch(store.gateway().address());
        Round first = round(store, lines, each, watch);
        Round second = again(store, lines, each, watch);
        long sent = store.bytesUp(0);
        lines.getFirst().ask("live " + COUNTED + " " + LIVE_MILLIS);
        double alone = (store.bytesUp(0) - sent) / (double) (COUNTED * Receipts.LINES);
        lines.forEach(till -> till.ask("direct"));
        long[] fresh = live(lines.getFirst());
        lines.getFirst().ask("live " + SETTLING_FOR_EACH * size.live() + " " + SETTLING_MILLIS);
        long[] live = live(lines.getFirst());
        Report report =
                new Report()
                        .put("profile", size.profile().name())
                        .put("tills", size.tills())
                        .put("receipts", (long) size.tills() * size.receipts())
                        .put("lines", size.linesOfARound());
        first.into(report);
        report.put("aloneBytesPerLine", alone);
        report.put("freshLatencyP50Millis", fresh[0] / 1e3)
                .put("freshLatencyP99Millis", fresh[1] / 1e3);
        latency(report, live);
        if (size.tills() > 1) report.put("besideACatchUp", beside(lines, each));
        return report.put("gatewayPeakMb", SyncStore.peakMb(store.running().pid()))
                .put("tillPeakMb", SyncStore.peakMb(lines.getFirst().pid()))
                .put("dashboardMillisMax", watch.pageMillisMax())
                .put("secondRound", second.into(new Report()));
    }

    private static Report latency(Report report, long[] live) {
        return report.put("latencyP50Millis", live[0] / 1e3)
                .put("latencyP99Millis", live[1] / 1e3)
                .put("latencyMaxMillis", live[2] / 1e3);
    }

    /**
     * @param seconds from the first till's connecting to the last mark
     * @param queryable from the same to the last line in the tables, in seconds
     */
    private record Round(
            long lines,
            double seconds,
            long firstSecond,
            double queryable,
            double bytesPerLine,
            Cpu cpu) {
        Report into(Report report) {
            return report.put("seconds", seconds)
                    .put("linesPerSecond", (double) lines / seconds)
                    .put("firstSecondLinesPerSecond", firstSecond * Receipts.LINES)
                    .put("queryableLinesPerSecond", (double) lines / queryable)
                    .put("bytesPerLine", bytesPerLine)
                    .put("tillCpuMicrosPerLine", (double) cpu.tills() / lines)
                    .put("gatewayCpuMicrosPerLine", (double) cpu.gateway() / lines);
        }
    }

    /** Time on a core, in microseconds: says more than the wall's on a machine that others use. */
    private record Cpu(long tills, long gateway) {
        static Cpu of(SyncStore store, List<TillLine> lines) {
            return new Cpu(
                    lines.stream().mapToLong(till -> cpuMicros(till.pid())).sum(),
                    cpuMicros(store.running().pid()));
        }

        private static long cpuMicros(long pid) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .map(cpu -> cpu.toNanos() / 1_000)
                    .orElse(0L);
        }

        Cpu since(Cpu before) {
            return new Cpu(tills - before.tills, gateway - before.gateway);
        }
    }

    private Round round(
            SyncStore store, List<TillLine> lines, ExecutorService each, GatewayWatch watch)
            throws InterruptedException {
        long sent = store.bytesUp();
        Cpu before = Cpu.of(store, lines);
        GatewayWatch.Watching watching =
                watch.until(queryableBefore + size.linesOfARound(), QUERYABLE_MAX);
        List<long[]> gone = all(each, till -> lines.get(till).ask("go"));
        long start = gone.stream().mapToLong(answer -> answer[0]).min().orElseThrow();
        long end = gone.stream().mapToLong(answer -> answer[1]).max().orElseThrow();
        long first = gone.stream().mapToLong(answer -> answer[2]).sum();
        double bytes = (store.bytesUp() - sent) / (double) size.linesOfARound();
        long queryable = watching.await();
        queryableBefore += size.linesOfARound();
        return new Round(
                size.linesOfARound(),
                (end - start) / MICROS,
                first,
                (queryable * 1_000 - start) / MICROS,
                bytes,
                Cpu.of(store, lines).since(before));
    }

    private Round again(
            SyncStore store, List<TillLine> lines, ExecutorService each, GatewayWatch watch)
            throws InterruptedException {
        all(each, till -> lines.get(till).ask("append " + size.receipts()));
        return round(store, lines, each, watch);
    }

    /** The last till catches up while the others sell. */
    private Report beside(List<TillLine> lines, ExecutorService each) {
        List<long[]> without =
                all(each, till -> till == size.tills() - 1 ? new long[0] : live(lines.get(till)));
        TillLine away = lines.getLast();
        away.ask("append " + size.receipts());
        List<long[]> with =
                all(
                        each,
                        till -> till == size.tills() - 1 ? away.ask("go") : live(lines.get(till)));
        return new Report()
                .put("othersP99MillisWithout", worst(without) / 1e3)
                .put("othersP99MillisWith", worst(with) / 1e3)
                .put("caughtUpSeconds", (with.getLast()[1] - with.getLast()[0]) / MICROS);
    }

    private long worst(List<long[]> live) {
        return live.subList(0, size.tills() - 1).stream()
                .mapToLong(each -> each[1])
                .max()
                .orElseThrow();
    }

    private long[] live(TillLine line) {
        return line.ask("live " + size.live() + " " + LIVE_MILLIS);
    }

    private List<long[]> all(ExecutorService each, IntFunction<long[]> work) {
        List<CompletableFuture<long[]>> begun =
                IntStream.range(0, size.tills())
                        .mapToObj(
                                till -> CompletableFuture.supplyAsync(() -> work.apply(till), each))
                        .toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }

    /** Each till begins elsewhere in the data. */
    private int from(int till) {
        return till * data.size() / size.tills();
    }
}
