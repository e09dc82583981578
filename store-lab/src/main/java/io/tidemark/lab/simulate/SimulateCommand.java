package io.tidemark.lab.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: 0 if every seed kept every promise, 1 if not, 2 for what cannot be run. */
@Command(
        name = "simulate",
        description =
                "Runs store-days from seeds over simulated disks, networks and clocks, and checks every promise after every step.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final int ALL_KEPT = 0;
    private static final int BROKEN = 1;
    private static final int BAD_USAGE = 2;
    private static final long PROGRESS_EVERY_NANOS = 2_000_000_000L;

    @Option(names = "--seeds", defaultValue = "1000", description = "how many (default 1000)")
    private long seeds = 1000;

    @Option(names = "--from", defaultValue = "1", description = "the first seed (default 1)")
    private long from = 1;

    @Option(
            names = "--threads",
            defaultValue = "0",
            description = "how many seeds at once (default: one per processor)")
    private int threads;

    @Option(names = "--json", description = "print the report as one line of JSON")
    private boolean json;

    @Option(
            names = "--real-signatures",
            description = "sign with Ed25519 as the nodes do, not with the fast stand-in")
    private boolean realSignatures;

    private final AtomicLong done = new AtomicLong();
    private final AtomicLong saidAt = new AtomicLong(System.nanoTime());

    @Override
    public Integer call() {
        if (seeds < 1 || threads < 0) {
            System.err.println(
                    "tidemark simulate: give --seeds of 1 or more, --threads of 0 or more");
            return BAD_USAGE;
        }
        Signatures signatures = realSignatures ? new RealSignatures() : new KeyedHash();
        int workers = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        Report report =
                new Campaign(from, seeds, Parts.real(), signatures).run(workers, this::progress);
        print(report);
        return report.failures() == 0 ? ALL_KEPT : BROKEN;
    }

    private void progress(SeedResult result) {
        long count = done.incrementAndGet();
        Violation violation = result.violation();
        if (violation != null) System.err.println(Replay.of(result.seed(), violation));
        long now = System.nanoTime();
        long last = saidAt.get();
        if (now - last > PROGRESS_EVERY_NANOS && saidAt.compareAndSet(last, now))
            System.err.println("simulate: " + count + " of " + seeds + " seeds");
    }

    private void print(Report report) {
        if (json) {
            System.out.println(line(report));
            return;
        }
        report.fields().forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
        if (report.failures() > 0) System.out.println("failed seeds: " + report.failed());
    }

    private static String line(Report report) {
        try {
            return new ObjectMapper().writeValueAsString(report.fields());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers are always JSON", e);
        }
    }

    /** What a failing seed prints. */
    static final class Replay {
        private Replay() {}

        static String of(long seed, Violation violation) {
            return "seed "
                    + seed
                    + " broke "
                    + violation.check()
                    + ": "
                    + violation.getMessage()
                    + "\n  replay: ./tidemark simulate --seeds 1 --from "
                    + seed;
        }
    }
}
