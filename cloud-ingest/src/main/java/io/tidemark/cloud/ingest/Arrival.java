package io.tidemark.cloud.ingest;

import io.tidemark.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A content that was read to its end, or to its limit.
 *
 * @param size bytes read
 */
record Arrival(long size, Hash hash, boolean tooLarge) {
    private static final int BUFFER_BYTES = 64 << 10;

    /** Writes the content to a file and forces it. */
    static Arrival write(InputStream content, Path file, long bytesMax) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Arrival arrival = read(content, bytesMax, bytes -> writeFully(channel, bytes));
            if (!arrival.tooLarge) channel.force(true);
            return arrival;
        }
    }

    static Arrival of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return read(content, Long.MAX_VALUE, bytes -> {});
        }
    }

    private interface Sink {
        void take(ByteBuffer bytes) throws IOException;
    }

    private static Arrival read(InputStream content, long bytesMax, Sink sink) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            size += n;
            if (size > bytesMax) return new Arrival(size, Hash.of(digest.digest()), true);
            digest.update(buffer, 0, n);
            sink.take(ByteBuffer.wrap(buffer, 0, n));
        }
        return new Arrival(size, Hash.of(digest.digest()), false);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
