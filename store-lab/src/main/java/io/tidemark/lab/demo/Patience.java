package io.tidemark.lab.demo;

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
final class Patience {
    /** Longer than any node needs on a slow machine. */
    static final Duration MAX = Duration.ofMinutes(2);

    private static final long POLL_MILLIS = 50;

    private Patience() {}

    /**
     * A node that does not answer is not there yet.
     *
     * @throws DemoFailed saying what it waited for
     */
    static void until(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(MAX);
        while (true) {
            try {
                if (condition.getAsBoolean()) return;
                if (Instant.now().isAfter(end)) throw new DemoFailed("it is not so yet");
            } catch (DemoFailed | NodeFailed notYet) {
                if (Instant.now().isAfter(end))
                    throw new DemoFailed("waited in vain for " + what, notYet);
            }
            pause(POLL_MILLIS);
        }
    }

    static void untilTime(Instant due) {
        while (Instant.now().isBefore(due))
            pause(Math.min(POLL_MILLIS, Duration.between(Instant.now(), due).toMillis() + 1));
    }

    /** What a node says, asked again while it does not answer. */
    static <T> T answer(String what, Supplier<T> question) {
        Instant end = Instant.now().plus(MAX);
        while (true) {
            try {
                return question.get();
            } catch (DemoFailed | NodeFailed notYet) {
                if (Instant.now().isAfter(end))
                    throw new DemoFailed("waited in vain for " + what, notYet);
                pause(POLL_MILLIS);
            }
        }
    }

    static <T> T result(String what, CompletableFuture<T> future) {
        try {
            return future.get(MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DemoFailed("waited " + MAX.toSeconds() + " s in vain for " + what, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new DemoFailed(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted while waiting for " + what, e);
        }
    }

    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
