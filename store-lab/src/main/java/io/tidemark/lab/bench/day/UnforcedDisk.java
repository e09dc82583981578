package io.tidemark.lab.bench.day;

import io.tidemark.ledger.journal.Allocation;
import io.tidemark.ledger.journal.ForwardingFile;
import io.tidemark.ledger.journal.ForwardingStorage;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;

/** A disk that forces nothing, for a journal that only has to be there to be read. */
public final class UnforcedDisk extends ForwardingStorage {
    public UnforcedDisk(Storage disk) {
        super(disk);
    }

    @Override
    public StoredFile open(String name) throws IOException {
        return new Unforced(super.open(name));
    }

    @Override
    public Allocation allocation() {
        return Allocation.NONE;
    }

    private static final class Unforced extends ForwardingFile {
        Unforced(StoredFile behind) {
            super(behind);
        }

        @Override
        public void force() {
            // Nothing here has to survive a power cut.
        }
    }
}
