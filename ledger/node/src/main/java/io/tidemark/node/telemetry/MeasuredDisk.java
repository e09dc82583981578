package io.tidemark.node.telemetry;

import io.tidemark.ledger.journal.ForwardingFile;
import io.tidemark.ledger.journal.ForwardingStorage;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.util.function.LongConsumer;

/** A disk whose forces are timed. */
public final class MeasuredDisk extends ForwardingStorage {
    private final LongConsumer nanos;

    /**
     * @param nanos told how long each force took that went well
     */
    public MeasuredDisk(Storage behind, LongConsumer nanos) {
        super(behind);
        this.nanos = nanos;
    }

    @Override
    public StoredFile open(String name) throws IOException {
        return new ForwardingFile(super.open(name)) {
            @Override
            public void force() throws IOException {
                long from = System.nanoTime();
                super.force();
                nanos.accept(System.nanoTime() - from);
            }
        };
    }
}
