package io.tidemark.lab.bench;

import io.tidemark.ledger.journal.Allocation;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A disk that keeps the last bytes that were written to a segment, to be written again barely. */
final class WatchedDisk implements Storage {
    private static final String SEGMENTS = "segment-";

    private final Storage disk;
    private volatile byte[] lastWrite = {};

    WatchedDisk(Storage disk) {
        this.disk = disk;
    }

    byte[] lastWrite() {
        return lastWrite;
    }

    @Override
    public List<String> list() throws IOException {
        return disk.list();
    }

    @Override
    public StoredFile open(String name) throws IOException {
        StoredFile file = disk.open(name);
        return name.startsWith(SEGMENTS) ? new Watched(file) : file;
    }

    @Override
    public StoredFile openToRead(String name) throws IOException {
        return disk.openToRead(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public Allocation allocation() {
        return disk.allocation();
    }

    @Override
    public void forceDirectory() throws IOException {
        disk.forceDirectory();
    }

    private final class Watched implements StoredFile {
        private final StoredFile file;

        private Watched(StoredFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void write(long position, ByteBuffer data) throws IOException {
            byte[] bytes = new byte[data.remaining()];
            data.duplicate().get(bytes);
            lastWrite = bytes;
            file.write(position, data);
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            return file.read(position, into);
        }

        @Override
        public void force() throws IOException {
            file.force();
        }

        @Override
        public void allocate(long size) throws IOException {
            file.allocate(size);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
