package io.tidemark.node.writer;

import io.tidemark.node.loop.Joining;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands one after the other and forces them in groups.
 *
 * <pre>
 * state    submit                    step
 * open     queued, or NotNow         decides a group, forces, answers
 * closed   NotNow                    decides what is left, then ends
 * broken   fails with the cause      ends
 * </pre>
 *
 * <p>One thread at a time decides: the writer's own, or, where it alone wants something, an {@link
 * UndisturbedThread} that {@link #ask asks}.
 */
public final class SingleWriter implements AutoCloseable {
    /** Commands that may wait: at 1 ms a group, a caller waits for less than a second. */
    public static final int WAITING_MAX = 4_096;

    /** Commands that share a force. */
    public static final int GROUP_MAX = 512;

    private final WaitingLine line;
    private final Executor answers;
    private final Consumer<Throwable> broken;
    private volatile @Nullable Thread thread;

    /**
     * @param waitingMax commands that may wait
     * @param groupMax commands that share a force
     */
    public record Limits(int waitingMax, int groupMax) {
        public Limits {
            if (waitingMax < 1 || groupMax < 1)
                throw new IllegalArgumentException("a writer takes at least one command");
        }

        public static Limits usual() {
            return new Limits(WAITING_MAX, GROUP_MAX);
        }
    }

    /**
     * @param answers where futures are completed, so that what a caller does with an answer never
     *     holds the writer up
     * @param broken told once, after every future has failed, when a force fails or a decision
     *     breaks off half done
     */
    public SingleWriter(Limits limits, Executor answers, Consumer<Throwable> broken) {
        this.line = new WaitingLine(limits);
        this.answers = answers;
        this.broken = broken;
    }

    /**
     * Runs the writer on a thread of its own from now on; without it, {@link #step} is for the
     * caller.
     */
    public synchronized SingleWriter start(String name) {
        if (thread != null) throw new IllegalStateException("the writer runs already");
        Thread started = new Thread(this::run, name);
        thread = started;
        started.start();
        return this;
    }

    /**
     * Hands a command over.
     *
     * @return completes when the decision is on disk; fails with what the decision threw, with
     *     {@link NotNow} if nothing more is taken, or with the broken promise that stopped the
     *     writer
     */
    public <T> CompletableFuture<T> submit(Decision<T> decision) {
        Waiting<T> command = new Waiting<>(decision, answers);
        line.join(command);
        return command.answer;
    }

    /**
     * The same, for a caller that does nothing but wait for it. An {@link UndisturbedThread}
     * decides and forces it itself if nobody is before it; else the writer wakes the caller,
     * without a thread between. Nothing may be chained to what is returned, for it would hold the
     * writer up.
     */
    public <T> CompletableFuture<T> ask(Decision<T> decision) {
        Waiting<T> command = new Waiting<>(decision, Runnable::run);
        if (Thread.currentThread() instanceof UndisturbedThread caller)
            caller.undisturbed(() -> lead(command));
        else line.join(command);
        return command.answer;
    }

    private void lead(Waiting<?> command) {
        List<Waiting<?>> alone = new ArrayList<>(List.of(command));
        if (line.takeTurnAlone()) decide(alone, _ -> {});
        else line.join(command);
    }

    /**
     * Decides one group of what waits now, if anything. For a caller that has started no thread.
     */
    public void step() {
        List<Waiting<?>> group = line.groupNow();
        if (!group.isEmpty()) decide(group, _ -> {});
    }

    /**
     * Whose turn it is decides; then it is another's, or nobody's any more: whatever is thrown, the
     * turn is never left with a thread that has gone.
     *
     * @param more adds who joins while the first are decided
     */
    private void decide(List<Waiting<?>> group, Consumer<List<Waiting<?>>> more) {
        try {
            force(group, more);
            for (Waiting<?> command : group) command.answer();
            line.answered(group.size());
        } catch (RuntimeException | Error e) {
            breakDown(e, group);
        }
    }

    private static void force(List<Waiting<?>> group, Consumer<List<Waiting<?>>> more) {
        Group journals = new Group();
        int first = group.size();
        for (Waiting<?> command : group) command.decide(journals);
        more.accept(group);
        for (Waiting<?> command : group.subList(first, group.size())) command.decide(journals);
        journals.forceAll();
    }

    /** Takes no more, decides what waits, and returns when all is answered. */
    @Override
    public void close() {
        line.close();
        Thread running = thread;
        if (running == null) run();
        else if (!running.equals(Thread.currentThread())) Joining.join(running);
    }

    private void run() {
        for (List<Waiting<?>> group = line.awaitGroup();
                !group.isEmpty();
                group = line.awaitGroup()) decide(group, line::gatherInto);
    }

    private void breakDown(Throwable cause, List<Waiting<?>> group) {
        List<Waiting<?>> failed = new ArrayList<>(group);
        failed.addAll(line.breakOff(cause));
        for (Waiting<?> command : failed) command.fail(cause);
        broken.accept(cause);
    }
}
