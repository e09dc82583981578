package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file behind a channel. An interrupt of the thread inside closes it: writers are never
 * interrupted.
 */
final class ChannelFile implements StoredFile {
    private final FileChannel channel;
    private long sizeForced;

    ChannelFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.sizeForced = channel.size();
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void write(long position, ByteBuffer data) throws IOException {
        long at = position;
        while (data.hasRemaining()) at += channel.write(data, at);
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
     * {@link FileChannel#force} promises the new size only with metadata; without growth that is
     * not needed.
     */
    @Override
    public void force() throws IOException {
        long size = channel.size();
        channel.force(size != sizeForced);
        sizeForced = size;
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
