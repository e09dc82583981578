package io.tidemark.edge.till;

import static io.tidemark.edge.RunningTill.newId;
import static io.tidemark.edge.RunningTill.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How many requests wait while a disk takes its time. */
class CounterThreadsTest extends TillOfTheShop {
    private static final int TOO_MANY = 5;

    @Test
    void more_requests_than_may_wait_are_told_to_come_again_and_all_others_are_answered() {
        till.openDay();
        CountDownLatch stalled = new CountDownLatch(1);
        till.whileDeciding.set(() -> awaitUninterruptibly(stalled));
        int most = CounterThreads.COMMANDS_MAX + CounterThreads.WAITING_MAX;
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < most + TOO_MANY; i++)
                answers.add(
                        CompletableFuture.supplyAsync(
                                () -> till.post("/api/v1/sales", sale(newId(), "1", 255)),
                                customers));

            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            answers.stream().filter(CompletableFuture::isDone).count() == TOO_MANY);
            stalled.countDown();
        }

        List<HttpResponse<String>> refused =
                answers.stream()
                        .map(CompletableFuture::join)
                        .filter(answer -> answer.statusCode() != 201)
                        .toList();
        assertThat(refused).hasSize(TOO_MANY);
        assertThat(refused)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
