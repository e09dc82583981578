package io.tidemark.ledger.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole writes of a segment on their way past the check of their signatures. At a start the
 * last head of a bundle of writes is enough: the chain leads to it, so who signed it has signed all
 * before, and what stands in the frames of the others is what was written there, by their tags. A
 * check looks at each, which is most of its work in a journal of single sales. Where there are
 * many, all cores share it; the writes come out in order, and only so many wait that memory is
 * bounded. What comes out, and what is refused first, does not depend on the number of cores.
 */
final class SignatureChecks {
    /** Less is not worth handing over: 3 ms of work, where each of them is checked. */
    private static final int HEADS_TOGETHER = 32;

    /** Of which the last is checked. */
    private static final int HEADS_IN_BUNDLE = 256;

    /** Of entries handed over together. A larger write goes alone. */
    private static final int BYTES_TOGETHER = 1 << 20;

    /** At once with the common pool, whose queue this bounds: the next waits for the oldest. */
    private static final int TASKS_MAX = 16;

    private final Rules rules;
    private final Checked checked;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private List<Write> gathered = new ArrayList<>();
    private int heads;
    private long bytes;

    /**
     * A write with all its frames there, and the chain leading to each of its signed heads.
     *
     * @param extent of the segment after it
     */
    record Write(
            List<ChainedEntry> entries,
            List<Frame.Key> keys,
            List<Frame.Signed> heads,
            Segment.Extent extent) {
        Write {
            entries = List.copyOf(entries);
            keys = List.copyOf(keys);
            heads = List.copyOf(heads);
        }

        long bytes() {
            return entries.stream().mapToLong(ChainedEntry::size).sum();
        }
    }

    /** Where writes come out, in order. */
    interface Checked {
        void passed(Write write);

        /** Of a head that its origin did not sign; the writes before its own have passed. */
        JournalDamaged refused(Frame.Signed head);
    }

    /** Writes, and the first head among them that is not the origin's. */
    private record Task(
            List<Write> writes, CompletableFuture<Optional<Frame.Signed>> firstRefused) {}

    SignatureChecks(Rules rules, Checked checked) {
        this.rules = rules;
        this.checked = checked;
    }

    /**
     * @throws JournalDamaged about this write, or about one before it
     */
    void add(Write write) {
        gathered.add(write);
        heads += write.heads().size();
        bytes += write.bytes();
        int most = rules.everySignature() ? HEADS_TOGETHER : HEADS_IN_BUNDLE;
        if (heads < most && bytes < BYTES_TOGETHER) return;
        List<Write> all = takeGathered();
        tasks.add(new Task(all, CompletableFuture.supplyAsync(() -> firstRefused(all))));
        if (tasks.size() >= TASKS_MAX) finish(tasks.remove());
    }

    /**
     * Returns when every write that was added has passed.
     *
     * @throws JournalDamaged as {@link #add}
     */
    void finish() {
        while (!tasks.isEmpty()) finish(tasks.remove());
        List<Write> rest = takeGathered();
        finish(new Task(rest, CompletableFuture.completedFuture(firstRefused(rest))));
    }

    private List<Write> takeGathered() {
        List<Write> all = gathered;
        gathered = new ArrayList<>();
        heads = 0;
        bytes = 0;
        return all;
    }

    private void finish(Task task) {
        Frame.@Nullable Signed refused = task.firstRefused().join().orElse(null);
        for (Write write : task.writes()) {
            if (refused != null && write.heads().contains(refused)) {
                tasks.clear();
                takeGathered();
                throw checked.refused(refused);
            }
            checked.passed(write);
        }
    }

    private Optional<Frame.Signed> firstRefused(List<Write> writes) {
        Stream<Frame.Signed> heads = writes.stream().flatMap(write -> write.heads().stream());
        Stream<Frame.Signed> asked =
                rules.everySignature() ? heads : heads.reduce((_, later) -> later).stream();
        return asked.filter(signed -> !signed.head().isBy(rules.origin())).findFirst();
    }
}
