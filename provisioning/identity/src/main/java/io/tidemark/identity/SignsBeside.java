package io.tidemark.identity;

import io.tidemark.ledger.Signer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Signs on another thread what is only begun, while the caller forces what it is about. A signature
 * takes a fifth of a force, so it costs nothing then; where no other thread has come to it, the
 * caller makes it when it asks.
 */
final class SignsBeside implements Signer {
    private final Signer signer;

    SignsBeside(Signer signer) {
        this.signer = signer;
    }

    @Override
    public byte[] sign(byte[] statement) {
        return signer.sign(statement);
    }

    @Override
    public Supplier<byte[]> begin(byte[] statement) {
        FutureTask<byte[]> signing = new FutureTask<>(() -> sign(statement));
        ForkJoinPool.commonPool().execute(signing);
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
