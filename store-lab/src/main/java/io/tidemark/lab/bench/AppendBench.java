package io.tidemark.lab.bench;

import io.tidemark.edge.record.Command;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.node.writer.UndisturbedThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A durable sale, from the command in this process to its answer, beside a bare write and force of
 * the very bytes that the journal wrote for it: in turn, on the same disk, so that both meet the
 * same weather, and each after a while without any, so that neither finds a disk just used.
 */
final class AppendBench {
    private static final int CALLERS = 8;
    private static final long STILL_NANOS = 200_000;

    private final Path directory;
    private final int sales;

    AppendBench(Path directory, int sales) {
        this.directory = directory;
        this.sales = sales;
    }

    Report run() {
        WatchedDisk disk = new WatchedDisk(new FileStorage(directory.resolve("journal")));
        try (BenchTill till = new BenchTill(disk);
                BareFile bare = new BareFile(directory.resolve("bare"), true);
                BareFile growing = new BareFile(directory.resolve("growing"), false)) {
            Interleaved found =
                    atTheCounter(() -> {
                        interleaved(till, disk, bare, growing, sales / 2); // warms up
                        return interleaved(till, disk, bare, growing, sales);
                    });
            double one = salesPerSecond(till, 1);
            double eight = salesPerSecond(till, CALLERS);
            return report(found, disk.lastWrite().length, one, eight);
        }
    }

    /** On a thread like those that the till's own commands come on. */
    private static <T> T atTheCounter(Supplier<T> task) {
        try (ExecutorService thread =
                Executors.newSingleThreadExecutor(new UndisturbedThread.Factory())) {
            return CompletableFuture.supplyAsync(task, thread).join();
        }
    }

    private record Interleaved(Percentiles sale, Percentiles bare, Percentiles growing) {}

    private static Interleaved interleaved(
            BenchTill till, WatchedDisk disk, BareFile bare, BareFile growing, int sales) {
        Interleaved found =
                new Interleaved(
                        new Percentiles(sales), new Percentiles(sales), new Percentiles(sales));
        for (int i = 0; i < sales; i++) {
            if (i % 2 == 0) found.bare().add(nanosOf(bare, disk));
            found.sale().add(nanosOf(till));
            if (i % 2 == 1) found.bare().add(nanosOf(bare, disk));
            found.growing().add(nanosOf(growing, disk));
        }
        return found;
    }

    private static long nanosOf(BareFile file, WatchedDisk disk) {
        keepStill();
        return file.append(disk.lastWrite());
    }

    /** Busy, so that it is the disk alone that rests. */
    private static void keepStill() {
        for (long start = System.nanoTime(); System.nanoTime() - start < STILL_NANOS; )
            Thread.onSpinWait();
    }

    private static long nanosOf(BenchTill till) {
        Command sale = till.sale();
        keepStill();
        long start = System.nanoTime();
        till.record(sale);
        return System.nanoTime() - start;
    }

    private double salesPerSecond(BenchTill till, int callers) {
        long start = System.nanoTime();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(callers, new UndisturbedThread.Factory())) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++)
                all.add(CompletableFuture.runAsync(() -> sell(till), threads));
            all.forEach(CompletableFuture::join);
        }
        return callers * (double) sales * 1e9 / (System.nanoTime() - start);
    }

    private void sell(BenchTill till) {
        for (int i = 0; i < sales; i++) till.record(till.sale());
    }

    private Report report(Interleaved found, int bytes, double one, double eight) {
        Report limit =
                new Report()
                        .put("p50Micros", found.bare().micros(0.5))
                        .put("p99Micros", found.bare().micros(0.99))
                        .put("growingP50Micros", found.growing().micros(0.5))
                        .put("growingP99Micros", found.growing().micros(0.99));
        return new Report()
                .put("sales", sales)
                .put("bytesPerSale", bytes)
                .put("p50Micros", found.sale().micros(0.5))
                .put("p99Micros", found.sale().micros(0.99))
                .put("salesPerSecond", one)
                .put("callers", CALLERS)
                .put("salesPerSecondAllCallers", eight)
                .put("limit", limit)
                .put("p50Ratio", found.sale().micros(0.5) / found.bare().micros(0.5))
                .put("p99Ratio", found.sale().micros(0.99) / found.bare().micros(0.99))
                .put("p50RatioGrowing", found.sale().micros(0.5) / found.growing().micros(0.5))
                .put("p99RatioGrowing", found.sale().micros(0.99) / found.growing().micros(0.99))
                .put("callersRatio", eight / one);
    }
}
