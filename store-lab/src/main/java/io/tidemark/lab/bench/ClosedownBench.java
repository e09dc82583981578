package io.tidemark.lab.bench;

import io.tidemark.lab.bench.day.BareFold;
import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.FlatTill;
import io.tidemark.lab.bench.day.MeasuredGateway;
import io.tidemark.lab.bench.day.RecordedStore;
import io.tidemark.lab.bench.day.ShopKeys;
import io.tidemark.lab.bench.tables.DayTables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long it takes to know what a day came to, for whoever finds it out. */
final class ClosedownBench {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    /** Before anything counts: the compiler has seen all of it. */
    private static final int WARM_UP = 20;

    /** Enough for an engine that has its data in memory, and compiles nothing of ours. */
    private static final int WARM_UP_SQL = 3;

    private final Path directory;
    private final Size size;
    private final PrintStream told;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final List<String> differences = new ArrayList<>();

    /** What is measured, and how often. */
    record Size(int lines, int tills, int runs, long seed) {}

    private record Timed(double millis, Findings found) {}

    ClosedownBench(Path directory, Size size, PrintStream told) {
        this.directory = directory;
        this.size = size;
        this.told = told;
    }

    Report run() throws IOException {
        ShopKeys keys = ShopKeys.fresh(size.tills());
        keys.write(directory);
        told.println("closedown: recording " + size.lines() + " lines …");
        RecordedStore recorded = new RecordedStore(DAY, size.seed());
        Path journals = Files.createDirectory(MeasuredGateway.journals(directory));
        List<FlatTill> tills =
                recorded.write(journals, size.tills(), size.lines(), RecordedStore.pens(keys));
        told.println("closedown: ours, from journals, in new JVMs …");
        ColdRuns cold = new ColdRuns(directory, DAY);
        double coldMillis = cold.median(size.runs());
        told.println("closedown: ours, from columns …");
        Timed warm = warm(keys, recorded, cold.digest());
        told.println("closedown: bare arrays …");
        Timed bare = bare(tills);
        requireSame("ours", warm.found(), bare.found());
        return new Report()
                .put("lines", size.lines())
                .put("warmMillis", warm.millis())
                .put("coldMillis", coldMillis)
                .put("bareFoldMillis", bare.millis())
                .put(
                        "duckdbMillis",
                        asked("DuckDB", DayTables.duckDb(threads), tills, bare.found()))
                .put("postgresMillis", asked("PostgreSQL", postgres(), tills, bare.found()))
                .put("h2Millis", asked("H2", DayTables.h2(threads), tills, bare.found()))
                .put("equal", differences.isEmpty());
    }

    private DayTables postgres() throws IOException {
        return DayTables.postgres(threads, Files.createDirectory(directory.resolve("postgres")));
    }

    /**
     * @param digest of the close-down that came of the journals' bytes
     */
    private Timed warm(ShopKeys keys, RecordedStore recorded, String digest) {
        try (MeasuredGateway gateway = new MeasuredGateway(keys, directory, DAY, Long.MAX_VALUE)) {
            Percentiles took = new Percentiles(size.runs());
            MeasuredGateway.Closed closed = gateway.close(DAY);
            for (int run = -WARM_UP; run < size.runs(); run++) {
                closed = gateway.close(DAY);
                if (run >= 0) took.add(closed.nanos());
            }
            told.printf(
                    "closedown: computed again from the journals, before it is sent: %d ms%n",
                    TimeUnit.NANOSECONDS.toMillis(gateway.recomputed(DAY)));
            if (!closed.digest().equals(digest))
                differs("the close-down from columns is not the one from journals");
            return new Timed(took.micros(0.5) / 1_000, closed.findings(recorded.assortment()));
        }
    }

    private Timed bare(List<FlatTill> tills) {
        BareFold fold = new BareFold(tills);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            return timed(WARM_UP, () -> fold.on(pool, threads));
        }
    }

    private double asked(String who, DayTables tables, List<FlatTill> tills, Findings expected) {
        told.println("closedown: " + who + " …");
        try (tables) {
            tables.load(tills);
            Timed timed = timed(WARM_UP_SQL, tables::ask);
            requireSame(who, timed.found(), expected);
            return timed.millis();
        }
    }

    private Timed timed(int warmUp, Supplier<Findings> finding) {
        Findings found = finding.get();
        Percentiles took = new Percentiles(size.runs());
        for (int run = -warmUp; run < size.runs(); run++) {
            long start = System.nanoTime();
            found = finding.get();
            if (run >= 0) took.add(System.nanoTime() - start);
        }
        return new Timed(took.micros(0.5) / 1_000, found);
    }

    private void requireSame(String who, Findings found, Findings expected) {
        String difference = found.difference(expected);
        if (!difference.isEmpty()) differs(who + ": " + difference);
    }

    private void differs(String what) {
        differences.add(what);
        told.println("closedown: " + what);
    }
}
