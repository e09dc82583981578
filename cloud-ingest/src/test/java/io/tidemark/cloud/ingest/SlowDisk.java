package io.tidemark.cloud.ingest;

import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.ForwardingFile;
import io.tidemark.ledger.journal.ForwardingStorage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A real disk whose forces wait, or fail, when told so. */
final class SlowDisk extends ForwardingStorage {
    private final Forces forces;

    SlowDisk(Path directory, Forces forces) {
        super(new FileStorage(directory));
        this.forces = forces;
    }

    /** How all files of the test behave. */
    static final class Forces {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        volatile boolean waiting;
        volatile boolean failing;

        /** What a force meets before the real disk does its own. */
        void pass() throws IOException {
            if (failing) throw new IOException("the disk is gone");
            if (waiting) {
                begun.countDown();
                await(mayEnd);
            }
        }

        private static void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public StoredFile open(String name) throws IOException {
        return new SlowFile(super.open(name), forces);
    }

    private static final class SlowFile extends ForwardingFile {
        private final Forces forces;

        private SlowFile(StoredFile file, Forces forces) {
            super(file);
            this.forces = forces;
        }

        @Override
        public void force() throws IOException {
            forces.pass();
            super.force();
        }
    }
}
