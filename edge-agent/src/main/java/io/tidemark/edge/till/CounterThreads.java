package io.tidemark.edge.till;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.tidemark.node.writer.NotNow;
import io.tidemark.node.writer.UndisturbedThread;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which commands are decided, or wait for the force that they share. */
@Factory
final class CounterThreads {
    /** Commands at a time: as many as share a force well. */
    static final int COMMANDS_MAX = 8;

    /** Requests that wait for such a thread, each with its body: beyond it, one is not taken. */
    static final int WAITING_MAX = 64;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    @Bean(preDestroy = "shutdown")
    @Singleton
    @Named(Counter.THREADS)
    ExecutorService counter() {
        return new ThreadPoolExecutor(
                COMMANDS_MAX,
                COMMANDS_MAX,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                new UndisturbedThread.Factory(),
                (request, _) -> request.run());
    }

    /**
     * Refuses whoever found no room here: such a request is run by the server's own thread, where
     * nothing may wait.
     *
     * @throws NotNow on any other thread than these
     */
    static void requireOne() {
        if (!(Thread.currentThread() instanceof UndisturbedThread))
            throw new NotNow(
                    WAITING_MAX + " commands are waiting already; try again shortly", RETRY_AFTER);
    }
}
