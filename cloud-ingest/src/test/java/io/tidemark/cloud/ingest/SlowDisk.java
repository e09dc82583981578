package io.tidemark.cloud.ingest;

import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A real disk whose forces wait, or fail, when told so. */
final class SlowDisk implements Storage {
    private final FileStorage disk;
    private final Forces forces;

    SlowDisk(Path directory, Forces forces) {
        this.disk = new FileStorage(directory);
        this.forces = forces;
    }

    /** How all files of the test behave. */
    static final class Forces {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        volatile boolean waiting;
        volatile boolean failing;

        void force(StoredFile file) throws IOException {
            if (failing) throw new IOException("the disk is gone");
            if (waiting) {
                begun.countDown();
                await(mayEnd);
            }
            file.force();
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
    public List<String> list() throws IOException {
        return disk.list();
    }

    @Override
    public StoredFile open(String name) throws IOException {
        return new SlowFile(disk.open(name), forces);
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
    public void forceDirectory() throws IOException {
        disk.forceDirectory();
    }

    private record SlowFile(StoredFile file, Forces forces) implements StoredFile {
        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void write(long position, ByteBuffer data) throws IOException {
            file.write(position, data);
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            return file.read(position, into);
        }

        @Override
        public void force() throws IOException {
            forces.force(file);
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
