package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.tidemark.node.web.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The desk the till works at now. While it changes to its next epoch there is none for a moment,
 * and who asks waits.
 */
public final class Desks {
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private volatile CompletableFuture<TillDesk> desk = new CompletableFuture<>();

    public void open(TillDesk opened) {
        desk.complete(opened);
    }

    /** Who asks from now on waits for the next. */
    public void shut() {
        desk = new CompletableFuture<>();
    }

    /**
     * @throws Refusal if there is none in time; the command is to be repeated
     */
    TillDesk now() {
        try {
            return desk.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw beginning();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw beginning();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a desk is opened or not, and never fails", e);
        }
    }

    private static Refusal beginning() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "the till is beginning its next epoch; repeat the command in a moment");
    }
}
