package io.tidemark.ledger.archive;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes an archived segment's content as it is opened, a CBOR sequence (RFC 8742) of batches, and
 * hands on each batch when it is whole. What is in clear stays in memory.
 */
public final class BatchSequence extends OutputStream {
    private final Consumer<Batch> batches;
    private byte[] held = new byte[Limits.BATCH_BYTES_TARGET];
    private int size;

    public BatchSequence(Consumer<Batch> batches) {
        this.batches = batches;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (size + length > held.length)
            held = Arrays.copyOf(held, Math.max(2 * held.length, size + length));
        System.arraycopy(bytes, offset, held, size, length);
        size += length;
        handOnWhatIsWhole();
        if (size > Limits.BATCH_BYTES_MAX + Limits.BATCH_BYTES_TARGET)
            throw new IOException("an archived segment holds something larger than any batch");
    }

    @Override
    public void close() throws IOException {
        if (size > 0) throw new IOException("an archived segment ends within a batch");
    }

    private void handOnWhatIsWhole() {
        for (Optional<byte[]> item = first(); item.isPresent(); item = first()) {
            byte[] whole = item.get();
            batches.accept(Batch.parse(whole));
            size -= whole.length;
            System.arraycopy(held, whole.length, held, 0, size);
        }
    }

    /** A cut-off item and a wrong one look alike here; at the end nothing may be left. */
    private Optional<byte[]> first() {
        if (size == 0) return Optional.empty();
        try {
            return Optional.of(new CborReader(held, 0, size).item());
        } catch (Malformed cutOff) {
            return Optional.empty();
        }
    }
}
