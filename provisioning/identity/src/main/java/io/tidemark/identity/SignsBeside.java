package io.tidemark.identity;

import io.tidemark.ledger.Signer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Signs on another thread what is only begun, while the caller forces what it is about. A signature
 * takes a fifth of a force, so it costs nothing then; where no other thread has come to it, the
 * caller makes it when it asks. Nothing queues: a thread is there at once, or the caller signs.
 */
final class SignsBeside implements Signer {
    /** At once, of all signers of a process: each is waited for before its journal goes on. */
    static final int THREADS_MAX = 4;

    private static final long THREAD_IDLE_SECONDS_MAX = 60;

    private static final Executor THREADS = threads();

    private final Signer signer;
    private final Executor threads;

    SignsBeside(Signer signer) {
        this(signer, THREADS);
    }

    SignsBeside(Signer signer, Executor threads) {
        this.signer = signer;
        this.threads = threads;
    }

    static Executor threads() {
        return new ThreadPoolExecutor(
                0,
                THREADS_MAX,
                THREAD_IDLE_SECONDS_MAX,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("sign-", 1).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public byte[] sign(byte[] statement) {
        return signer.sign(statement);
    }

    @Override
    public Supplier<byte[]> begin(byte[] statement) {
        FutureTask<byte[]> signing = new FutureTask<>(() -> sign(statement));
        threads.execute(signing);
        return () -> made(signing, statement);
    }

    private byte[] made(FutureTask<byte[]> signing, byte[] statement) {
        signing.run(); // does nothing if another thread has begun
        try {
            return signing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sign(statement);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a head could not be signed", e.getCause());
        }
    }
}
