package io.tidemark.lab.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Sums the day up from plain arrays, till by till on as many threads as there are, then puts the
 * tills together: the least that any program has to do for it. Nothing is read, checked, written or
 * named.
 */
public final class BareFold {
    private final List<FlatTill> tills;

    public BareFold(List<FlatTill> tills) {
        this.tills = tills;
    }

    public Findings on(ExecutorService threads, int count) {
        List<Callable<BareSums>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            int first = part;
            parts.add(() -> sums(first, count));
        }
        try {
            BareSums all = new BareSums();
            for (Future<BareSums> each : threads.invokeAll(parts)) all.add(each.get());
            return all.findings();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while adding up", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private BareSums sums(int first, int step) {
        BareSums sums = new BareSums();
        for (int i = first; i < tills.size(); i += step) sums.add(tills.get(i));
        return sums;
    }
}
