package io.tidemark.node.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundLoopTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final LinkedBlockingQueue<Integer> turns = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final CompletableFuture<Throwable> halted = new CompletableFuture<>();

    @Test
    void a_turn_follows_the_other_until_one_ends_the_loop() throws Exception {
        try (BackgroundLoop loop =
                looping(() -> counted() < 3 ? Rest.about(Duration.ofMillis(1)) : new Rest.End())) {

            assertThat(nextTurn()).isEqualTo(1);
            assertThat(nextTurn()).isEqualTo(2);
            assertThat(nextTurn()).isEqualTo(3);
            loop.wake();
        }

        assertThat(turns).isEmpty();
    }

    @Test
    void an_idle_loop_takes_a_turn_when_woken() throws Exception {
        try (BackgroundLoop loop = looping(this::turnThenIdle)) {
            assertThat(nextTurn()).isEqualTo(1);

            loop.wake();

            assertThat(nextTurn()).isEqualTo(2);
        }
    }

    @Test
    void what_comes_during_a_turn_makes_for_one_more() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (BackgroundLoop loop =
                looping(() -> {
                    Rest rest = turnThenIdle();
                    mayEnd.await();
                    return rest;
                })) {
            assertThat(nextTurn()).isEqualTo(1);

            loop.wake();
            mayEnd.countDown();

            assertThat(nextTurn()).isEqualTo(2);
        }
    }

    @Test
    void a_pause_is_not_cut_short_and_a_close_ends_it() throws Exception {
        try (BackgroundLoop loop =
                looping(() -> {
                    counted();
                    return new Rest.Pause(FOR_EVER);
                })) {
            assertThat(nextTurn()).isEqualTo(1);

            loop.wake();
        }

        assertThat(turns).isEmpty();
        assertThat(halted).isNotDone();
    }

    @Test
    void a_bug_halts_the_node() {
        IllegalStateException bug = new IllegalStateException("a bug");

        try (BackgroundLoop _ =
                looping(() -> {
                    throw bug;
                })) {
            assertThat(halted).succeedsWithin(Duration.ofSeconds(20)).isSameAs(bug);
        }
    }

    @Test
    void what_a_close_makes_fail_is_no_bug() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (BackgroundLoop _ =
                looping(() -> {
                    counted();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("it was taken away", e);
                    }
                    return Rest.NONE;
                })) {
            assertThat(nextTurn()).isEqualTo(1);
        }

        assertThat(halted).isNotDone();
    }

    private BackgroundLoop looping(BackgroundLoop.Turn turn) {
        BackgroundLoop loop = new BackgroundLoop("test", turn);
        loop.start(halted::complete);
        return loop;
    }

    private int counted() {
        int turn = count.incrementAndGet();
        turns.add(turn);
        return turn;
    }

    private Rest turnThenIdle() {
        counted();
        return new Rest.Idle(FOR_EVER);
    }

    private Integer nextTurn() throws InterruptedException {
        return turns.poll(20, TimeUnit.SECONDS);
    }
}
