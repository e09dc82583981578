package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file behind a channel. An interrupt of the thread inside closes it: writers are never
 * interrupted.
 */
final class ChannelFile implements StoredFile {
    private static final int ZEROS = 1 << 20;

    private final FileChannel channel;
    private long end;
    private boolean resized;

    ChannelFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.end = channel.size();
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void write(long position, ByteBuffer data) throws IOException {
        long at = position;
        while (data.hasRemaining()) at += channel.write(data, at);
        resized |= at > end;
        end = Math.max(end, at);
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        int total = 0;
        while (into.hasRemaining()) {
            int read = channel.read(into, position + total);
            if (read < 0) break;
            total += read;
        }
        return total;
    }

    /**
     * {@link FileChannel#force} promises a new size only with metadata; without one that is not
     * needed. Only this file writes, so it knows.
     */
    @Override
    public void force() throws IOException {
        channel.force(resized);
        resized = false;
    }

    /** The JDK has no call for it but to write zeros. */
    @Override
    public void allocate(long size) throws IOException {
        long before = channel.size();
        try {
            ByteBuffer zeros = ByteBuffer.allocate(Math.clamp(size - before, 0, ZEROS));
            for (long at = before; at < size; at += zeros.limit())
                write(at, zeros.clear().limit((int) Math.min(zeros.capacity(), size - at)));
            force();
        } catch (IOException e) {
            truncate(before);
            throw e;
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
        end = channel.size();
        resized = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
