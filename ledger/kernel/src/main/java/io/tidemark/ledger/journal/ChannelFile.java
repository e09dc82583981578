package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file behind a channel. An interrupt of the thread inside closes it: writers are never
 * interrupted.
 */
final class ChannelFile implements StoredFile {
    private static final int ZEROS = 1 << 20;

    /** Room in advance is taken only where so much more is left: the last of a disk is for use. */
    private static final long LEFT_MIN = 64L << 20;

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Whereabouts whereabouts;
    private long end;
    private boolean resized;

    ChannelFile(Path path, FileChannel channel) throws IOException {
        this(path, channel, new Whereabouts(path), channel.size());
    }

    private ChannelFile(
            Path path, FileChannel channel, @Nullable Whereabouts whereabouts, long end) {
        this.path = path;
        this.channel = channel;
        this.whereabouts = whereabouts;
        this.end = end;
    }

    /** Asks nothing of the file beforehand: that would slow its writer ({@link Whereabouts}). */
    static ChannelFile toRead(Path path, FileChannel channel) {
        return new ChannelFile(path, channel, null, 0);
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
        requireName();
    }

    /**
     * A file that was deleted or moved away takes bytes and forces them, and nobody ever finds them
     * again.
     */
    private void requireName() throws IOException {
        if (whereabouts != null && !whereabouts.isThere())
            throw new NoSuchFileException(
                    path.toString(), null, "it was deleted or moved away while it was in use");
    }

    /** The JDK has no call for it but to write zeros. */
    @Override
    public void allocate(long size) throws IOException {
        long before = channel.size();
        if (Files.getFileStore(path).getUsableSpace() < LEFT_MIN + size - before)
            throw new NoRoom("the disk is nearly full", null);
        try {
            ByteBuffer zeros = ByteBuffer.allocate(Math.clamp(size - before, 0, ZEROS));
            for (long at = before; at < size; at += zeros.limit())
                write(at, zeros.clear().limit((int) Math.min(zeros.capacity(), size - at)));
        } catch (IOException e) {
            if (!isForLackOfRoom(e, size - before)) throw e;
            truncate(before);
            throw new NoRoom("the disk has no room for " + (size - before) + " bytes more", e);
        }
        force();
    }

    /**
     * The JDK tells it in words only, which are the system's own and may be in another language.
     */
    private boolean isForLackOfRoom(IOException e, long wanted) throws IOException {
        String why = String.valueOf(e.getMessage());
        return why.contains("No space left")
                || why.contains("quota")
                || Files.getFileStore(path).getUsableSpace() < wanted;
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
