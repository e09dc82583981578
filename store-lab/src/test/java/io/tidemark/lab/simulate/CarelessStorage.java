package io.tidemark.lab.simulate;

import io.tidemark.ledger.journal.ForwardingFile;
import io.tidemark.ledger.journal.ForwardingStorage;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;

/** A disk whose failed forces nobody hears of. */
final class CarelessStorage extends ForwardingStorage {
    CarelessStorage(Storage disk) {
        super(disk);
    }

    @Override
    public StoredFile open(String name) throws IOException {
        return new Careless(super.open(name));
    }

    private static final class Careless extends ForwardingFile {
        private Careless(StoredFile file) {
            super(file);
        }

        @Override
        public void force() {
            try {
                super.force();
            } catch (IOException ignored) {
                // The bug that is planted here.
            }
        }
    }
}
