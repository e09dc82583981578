package io.tidemark.fog.forward;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What stands around one attempt: a circuit breaker, so that a head office that is down is left
 * alone; a bulkhead of one; at most two quick retries, for connections that were refused only; and
 * a time limit on each try. When to make the next attempt is the sender's decision, not theirs.
 */
final class Attempts {
    private static final int CALLS_WATCHED = 4;
    private static final float FAILED_PERCENT_MAX = 75;
    private static final Duration OPEN_FOR = Duration.ofSeconds(5);
    private static final int TRIES_MAX = 3;
    private static final Duration RETRY_FIRST = Duration.ofMillis(50);

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;
    private final String name;
    private volatile String lastReason = "it did not answer";

    Attempts(String name) {
        this.name = name;
        breaker =
                CircuitBreaker.of(
                        name,
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(CALLS_WATCHED)
                                .minimumNumberOfCalls(CALLS_WATCHED)
                                .failureRateThreshold(FAILED_PERCENT_MAX)
                                .waitDurationInOpenState(OPEN_FOR)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .build());
        bulkhead =
                Bulkhead.of(
                        name,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(1)
                                .maxWaitDuration(Duration.ZERO)
                                .build());
        retry =
                Retry.of(
                        name,
                        RetryConfig.custom()
                                .maxAttempts(TRIES_MAX)
                                .intervalFunction(
                                        IntervalFunction.ofExponentialRandomBackoff(RETRY_FIRST))
                                .retryOnException(Attempts::isConnectionRefused)
                                .build());
    }

    /**
     * Makes one attempt.
     *
     * @param limit for each try
     * @throws HeadOfficeAway if it came to nothing, whatever the reason
     */
    <T> T attempt(Duration limit, Supplier<CompletableFuture<T>> call) throws HeadOfficeAway {
        Callable<T> limited = TimeLimiter.decorateFutureSupplier(limiter(limit), call);
        Callable<T> guarded =
                CircuitBreaker.decorateCallable(
                        breaker,
                        Bulkhead.decorateCallable(
                                bulkhead, Retry.decorateCallable(retry, limited)));
        try {
            return guarded.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeadOfficeAway("interrupted", e);
        } catch (CallNotPermittedException e) {
            throw new HeadOfficeAway(lastReason + " (left alone for a few seconds)", e);
        } catch (Exception e) {
            // The JDK's client ends a call with exceptions of many kinds, unchecked ones among
            // them. All say the same: no answer has come, and the next attempt may fare better.
            lastReason = reason(e, limit);
            throw new HeadOfficeAway(lastReason, e);
        }
    }

    private TimeLimiter limiter(Duration limit) {
        return TimeLimiter.of(
                name,
                TimeLimiterConfig.custom()
                        .timeoutDuration(limit)
                        .cancelRunningFuture(true)
                        .build());
    }

    private static String reason(Exception thrown, Duration limit) {
        Throwable cause =
                thrown instanceof ExecutionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        if (isConnectionRefused(cause)) return "no connection: nothing listens there";
        if (cause instanceof TimeoutException)
            return "no answer within " + limit.toSeconds() + " seconds";
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static boolean isConnectionRefused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof ConnectException) return true;
        return false;
    }
}
