package io.tidemark.fog.dashboard;

import io.tidemark.fog.export.DayExport;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An export on its way to somebody: written by a thread of its own, a few chunks ahead of who reads
 * it. A writer whose reader has gone gives up; a reader whose writer has failed is told, and never
 * takes half of a file for all of it.
 */
final class ExportPipe extends InputStream {
    private static final int CHUNK = 1 << 16;
    private static final int AHEAD = 8;
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean closed;
    private byte[] now = new byte[0];
    private int at;
    private boolean ended;

    /**
     * @param failure why there are no more; null where these are some, or all were
     */
    private record Chunk(byte[] bytes, boolean last, @Nullable Throwable failure) {}

    /**
     * @param finished run when nobody writes any more
     */
    static ExportPipe of(DayExport export, Runnable finished) {
        ExportPipe pipe = new ExportPipe();
        Thread.ofVirtual().name("export").start(() -> pipe.fill(export, finished));
        return pipe;
    }

    private void fill(DayExport export, Runnable finished) {
        Chunk end;
        try {
            end = written(export);
        } finally {
            // Before whoever reads can know that this was all, and asks for the next.
            finished.run();
        }
        try {
            put(end);
        } catch (IOException gone) {
            chunks.clear(); // Nobody reads it any more.
        }
    }

    /** Writes all of it, and returns with what it ends. */
    private Chunk written(DayExport export) {
        try {
            Chunks out = new Chunks();
            export.write(out);
            out.flush();
            return new Chunk(new byte[0], true, null);
        } catch (RuntimeException | IOException failed) {
            // Whoever reads is told by its next read, unless it has gone.
            chunks.clear();
            return new Chunk(new byte[0], true, failed);
        }
    }

    private void put(Chunk chunk) throws IOException {
        try {
            if (closed || !chunks.offer(chunk, PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new IOException("nobody reads the export any more");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the export was interrupted");
        }
    }

    /** Collects bytes to chunks. */
    private final class Chunks extends OutputStream {
        private byte[] filling = new byte[CHUNK];
        private int filled;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                int some = Math.min(length - done, CHUNK - filled);
                System.arraycopy(bytes, offset + done, filling, filled, some);
                filled += some;
                done += some;
                if (filled == CHUNK) flush();
            }
        }

        @Override
        public void flush() throws IOException {
            if (filled == 0) return;
            byte[] full = filled == CHUNK ? filling : Arrays.copyOf(filling, filled);
            filling = new byte[CHUNK];
            filled = 0;
            put(new Chunk(full, false, null));
        }
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? now[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!hasMore()) return -1;
        int some = Math.min(length, now.length - at);
        System.arraycopy(now, at, bytes, offset, some);
        at += some;
        return some;
    }

    private boolean hasMore() throws IOException {
        while (at == now.length && !ended) take();
        return at < now.length;
    }

    private void take() throws IOException {
        try {
            Chunk chunk = chunks.take();
            if (chunk.failure() != null)
                throw new IOException("the export could not be finished", chunk.failure());
            now = chunk.bytes();
            at = 0;
            ended = chunk.last();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the export was interrupted");
        }
    }

    /** The writer gives up at its next chunk. */
    @Override
    public void close() {
        closed = true;
        chunks.clear();
    }
}
