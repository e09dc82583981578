package io.tidemark.lab.shop;

import io.tidemark.lab.process.NodeFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for other processes: always for something named, and never for ever. */
public final class Patience {
    /** Longer than any node needs on a slow machine. */
    public static final Duration MAX = Duration.ofMinutes(2);

    private static final long POLL_MILLIS = 50;

    private Patience() {}

    /**
     * A node that does not answer is not there yet.
     *
     * @throws LabFailed saying what it waited for
     */
    public static void until(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(MAX);
        while (true) {
            try {
                if (condition.getAsBoolean()) return;
                if (Instant.now().isAfter(end)) throw new LabFailed("it is not so yet");
            } catch (LabFailed | NodeFailed notYet) {
                if (Instant.now().isAfter(end))
                    throw new LabFailed("waited in vain for " + what, notYet);
            }
            pause(POLL_MILLIS);
        }
    }

    public static void untilTime(Instant due) {
        while (Instant.now().isBefore(due))
            pause(Math.min(POLL_MILLIS, Duration.between(Instant.now(), due).toMillis() + 1));
    }

    /** What a node says, asked again while it does not answer. */
    public static <T> T answer(String what, Supplier<T> question) {
        Instant end = Instant.now().plus(MAX);
        while (true) {
            try {
                return question.get();
            } catch (LabFailed | NodeFailed notYet) {
                if (Instant.now().isAfter(end))
                    throw new LabFailed("waited in vain for " + what, notYet);
                pause(POLL_MILLIS);
            }
        }
    }

    public static <T> T result(String what, CompletableFuture<T> future) {
        try {
            return future.get(MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LabFailed("waited " + MAX.toSeconds() + " s in vain for " + what, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new LabFailed(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailed("interrupted while waiting for " + what, e);
        }
    }

    /**
     * Between two questions to another process, which has no way to call back; or as a script says.
     */
    public static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
