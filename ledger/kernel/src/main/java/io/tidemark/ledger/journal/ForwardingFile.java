package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file in front of another, as {@link ForwardingStorage} is a disk in front of another. */
public abstract class ForwardingFile implements StoredFile {
    private final StoredFile behind;

    protected ForwardingFile(StoredFile behind) {
        this.behind = behind;
    }

    @Override
    public long size() throws IOException {
        return behind.size();
    }

    @Override
    public void write(long position, ByteBuffer data) throws IOException {
        behind.write(position, data);
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return behind.read(position, into);
    }

    @Override
    public void force() throws IOException {
        behind.force();
    }

    @Override
    public void allocate(long size) throws IOException {
        behind.allocate(size);
    }

    @Override
    public void truncate(long size) throws IOException {
        behind.truncate(size);
    }

    @Override
    public void close() throws IOException {
        behind.close();
    }
}
