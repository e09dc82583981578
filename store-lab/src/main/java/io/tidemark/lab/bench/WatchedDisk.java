package io.tidemark.lab.bench;

import io.tidemark.ledger.journal.ForwardingFile;
import io.tidemark.ledger.journal.ForwardingStorage;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A disk that keeps the last bytes that were written to a segment, to be written again barely. */
final class WatchedDisk extends ForwardingStorage {
    private static final String SEGMENTS = "segment-";

    private volatile byte[] lastWrite = {};

    WatchedDisk(Storage disk) {
        super(disk);
    }

    byte[] lastWrite() {
        return lastWrite;
    }

    @Override
    public StoredFile open(String name) throws IOException {
        StoredFile file = super.open(name);
        return name.startsWith(SEGMENTS) ? new Watched(file) : file;
    }

    private final class Watched extends ForwardingFile {
        private Watched(StoredFile file) {
            super(file);
        }

        @Override
        public void write(long position, ByteBuffer data) throws IOException {
            byte[] bytes = new byte[data.remaining()];
            data.duplicate().get(bytes);
            lastWrite = bytes;
            super.write(position, data);
        }
    }
}
