package io.tidemark.edge.till;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.tidemark.node.writer.UndisturbedThread;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of commands that may ask the gateway first, and wait for it: apart from those of
 * sales, which never do.
 */
@Factory
final class EnquiryThreads {
    static final String NAME = "enquiry";

    private static final int COMMANDS_MAX = 2;
    private static final int WAITING_MAX = 16;
    private static final int IDLE_SECONDS = 60;

    @Bean(preDestroy = "shutdown")
    @Singleton
    @Named(NAME)
    ExecutorService enquiries() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        COMMANDS_MAX,
                        COMMANDS_MAX,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_MAX),
                        new UndisturbedThread.Factory(),
                        (request, _) -> request.run());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
