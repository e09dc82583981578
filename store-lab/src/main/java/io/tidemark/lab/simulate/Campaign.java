package io.tidemark.lab.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Many seeds on many threads. Each seed has a world of its own, so no thread waits for another. */
final class Campaign {
    private final long first;
    private final long count;
    private final Parts parts;
    private final Signatures signatures;

    Campaign(long first, long count, Parts parts, Signatures signatures) {
        this.first = first;
        this.count = count;
        this.parts = parts;
        this.signatures = signatures;
    }

    /**
     * @param each is told of every seed as it ends, by any of the threads
     */
    Report run(int threads, Consumer<SeedResult> each) {
        long began = System.nanoTime();
        AtomicLong next = new AtomicLong(first);
        ConcurrentLinkedQueue<Throwable> broken = new ConcurrentLinkedQueue<>();
        List<Report> reports = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Report report = new Report();
            reports.add(report);
            running.add(
                    Thread.ofPlatform()
                            .name("seeds-" + i)
                            .uncaughtExceptionHandler((thread, bug) -> broken.add(bug))
                            .start(() -> work(next, report, each)));
        }
        running.forEach(Campaign::join);
        if (!broken.isEmpty())
            throw new IllegalStateException("the simulator has a bug", broken.peek());
        Report sum = new Report();
        reports.forEach(sum::add);
        return sum.after((System.nanoTime() - began) / 1e9);
    }

    private void work(AtomicLong next, Report report, Consumer<SeedResult> each) {
        for (long seed = next.getAndIncrement();
                seed < first + count;
                seed = next.getAndIncrement()) {
            SeedResult result = run(seed);
            report.add(result);
            each.accept(result);
        }
    }

    private SeedResult run(long seed) {
        try {
            return StoreDay.run(seed, parts, signatures);
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while seeds run", e);
        }
    }
}
