package io.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SignsBesideTest {
    private static final byte[] STATEMENT = {1};
    private static final byte[] BY_CALLER = {2};
    private static final byte[] BESIDE = {3};

    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Thread caller = Thread.currentThread();

    @Test
    @Timeout(60)
    void where_every_thread_signs_already_nothing_queues_and_the_caller_signs() throws Exception {
        Executor threads = SignsBeside.threads();
        Signer signer = new SignsBeside(this::sign, threads);
        List<Supplier<byte[]>> busy = new ArrayList<>();
        for (int i = 0; i < SignsBeside.THREADS_MAX; i++) busy.add(signer.begin(STATEMENT));
        begun.acquire(SignsBeside.THREADS_MAX);

        byte[] next = signer.begin(STATEMENT).get();
        goOn.countDown();

        assertThat(next).isEqualTo(BY_CALLER);
        assertThat(busy).allSatisfy(each -> assertThat(each.get()).isEqualTo(BESIDE));
        assertThat(begun.availablePermits()).as("nobody came to it later").isZero();
    }

    private byte[] sign(byte[] statement) {
        if (Thread.currentThread().equals(caller)) return BY_CALLER;
        begun.release();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return BESIDE;
    }
}
