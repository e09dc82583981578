package io.tidemark.cloud.ingest;

import io.tidemark.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A content that was read to its end, or to its limit.
 *
 * @param size bytes read
 */
record Arrival(long size, Hash hash, boolean tooLarge) {
    private static final int BUFFER_BYTES = 64 << 10;

    /** Takes bytes, some or all of them. */
    interface Sink {
        int write(ByteBuffer bytes) throws IOException;
    }

    /** Reads a content to its end and passes it on, up to the limit. */
    static Arrival of(InputStream content, long bytesMax, Sink sink) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            size += n;
            if (size > bytesMax) return new Arrival(size, Hash.of(digest.digest()), true);
            digest.update(buffer, 0, n);
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
            while (bytes.hasRemaining()) sink.write(bytes);
        }
        return new Arrival(size, Hash.of(digest.digest()), false);
    }

    static Arrival of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content, Long.MAX_VALUE, Arrival::passedOver);
        }
    }

    private static int passedOver(ByteBuffer bytes) {
        int size = bytes.remaining();
        bytes.position(bytes.limit());
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
