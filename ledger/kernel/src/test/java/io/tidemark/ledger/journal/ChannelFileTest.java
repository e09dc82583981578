package io.tidemark.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which failures to take room in advance mean that there is none. */
class ChannelFileTest {
    private static final int BEFORE = 100;

    @TempDir private Path directory;
    private Path file = Path.of("");

    @BeforeEach
    void aFile() throws IOException {
        file = directory.resolve("segment");
        Files.write(file, new byte[BEFORE]);
    }

    @Test
    void a_disk_that_is_full_leaves_the_file_as_it_was() throws IOException {
        try (ChannelFile full = failing("No space left on device")) {
            assertThatThrownBy(() -> full.allocate(3 << 20))
                    .isInstanceOf(NoRoom.class)
                    .hasMessageContaining("no room");
            assertThat(full.size()).isEqualTo(BEFORE);
        }
    }

    @Test
    void any_other_failure_is_not_taken_for_a_lack_of_room() throws IOException {
        try (ChannelFile broken = failing("Input/output error")) {
            assertThatThrownBy(() -> broken.allocate(3 << 20))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoRoom.class)
                    .hasMessage("Input/output error");
        }
    }

    private ChannelFile failing(String why) throws IOException {
        FileChannel real =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new ChannelFile(file, new SecondWriteFails(real, why));
    }

    /** A channel that takes one write and fails at the next, as the system says it. */
    private static final class SecondWriteFails extends FileChannel {
        private final FileChannel real;
        private final String why;
        private int writes;

        SecondWriteFails(FileChannel real, String why) {
            this.real = real;
            this.why = why;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (++writes > 1) throw new IOException(why);
            return real.write(source, position);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }

        @Override
        public int read(ByteBuffer into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer into, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
