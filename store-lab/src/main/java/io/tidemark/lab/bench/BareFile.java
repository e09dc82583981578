package io.tidemark.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The limit of an append: nothing but a write behind the last one, and a force. */
final class BareFile implements AutoCloseable {
    private static final int STEP = 1 << 20;

    private final FileChannel channel;
    private final boolean allocates;
    private long position;
    private long allocated;

    /**
     * @param allocates whether its place is written with zeros before, a MiB at a time, which does
     *     not count as time taken
     */
    BareFile(Path file, boolean allocates) {
        this.allocates = allocates;
        try {
            channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the nanoseconds it took. */
    long append(byte[] bytes) {
        try {
            if (allocates && position + bytes.length > allocated) allocate(bytes.length);
            ByteBuffer data = ByteBuffer.wrap(bytes);
            long start = System.nanoTime();
            while (data.hasRemaining()) position += channel.write(data, position);
            channel.force(!allocates);
            return System.nanoTime() - start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void allocate(int needed) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(Math.max(STEP, needed));
        while (zeros.hasRemaining()) allocated += channel.write(zeros, allocated);
        channel.force(true);
    }
}
