package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Collects the frames of one write of one segment, encrypted in place. */
final class FrameBuffer {
    /** Kept between writes; what a larger group needed is given back. */
    private static final int BYTES_KEPT = 1 << 20;

    private static final byte[] NOTHING = {};

    private final Hash segment;
    private final JournalKey journalKey;
    private byte[] bytes = new byte[64 << 10];
    private int size;
    private long start;
    private int counter;
    private @Nullable FrameCipher cipher;

    /**
     * @param start where in the file the first write goes, in bytes
     */
    FrameBuffer(Hash segment, JournalKey journalKey, long start) {
        this.segment = segment;
        this.journalKey = journalKey;
        this.start = start;
    }

    /** True until a data key was drawn, and again when its nonces come to an end. */
    boolean needsKey() {
        return cipher == null || counter >= Integer.MAX_VALUE / 2;
    }

    /** Draws a data key for what follows. */
    Frame.Key key() {
        counter = 0;
        long position = position();
        FrameHeader header = new FrameHeader(JournalKey.WRAPPED_BYTES, counter++, FrameKind.KEY);
        int payload = begin(header);
        SecretKey dataKey = journalKey.newDataKey();
        journalKey.wrap(dataKey, header.boundTo(segment, position), bytes, payload);
        cipher = new FrameCipher(dataKey);
        return new Frame.Key(position, dataKey);
    }

    void entry(long sequence, EntryBytes entry) {
        seal(
                FrameKind.ENTRY,
                ByteBuffer.allocate(Long.BYTES).putLong(sequence).array(),
                entry.toBytes());
    }

    void head(SignedHead head) {
        seal(FrameKind.HEAD, NOTHING, head.toBytes());
    }

    void seal(Head head) {
        byte[] sequence = ByteBuffer.allocate(Long.BYTES).putLong(head.sequence()).array();
        seal(FrameKind.SEAL, sequence, head.hash().toBytes());
    }

    /** Where in the file the next frame goes. */
    long position() {
        return start + size;
    }

    /** Where in the file the buffered bytes go. */
    long start() {
        return start;
    }

    ByteBuffer written() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /** The buffered bytes are in the file: the next write goes behind them. */
    void clear() {
        start += size;
        size = 0;
        if (bytes.length > BYTES_KEPT) bytes = new byte[BYTES_KEPT];
    }

    private void seal(FrameKind kind, byte[] first, byte[] rest) {
        if (cipher == null) throw new IllegalStateException("a frame needs a data key before it");
        long position = position();
        FrameHeader header =
                new FrameHeader(
                        first.length + rest.length + FrameCipher.TAG_BYTES, counter++, kind);
        int payload = begin(header);
        cipher.seal(
                FrameCipher.nonce(header.counter()),
                header.boundTo(segment, position),
                first,
                rest,
                bytes,
                payload);
    }

    /** Makes room, writes the header and returns where the payload goes. */
    private int begin(FrameHeader header) {
        int needed = size + FrameHeader.BYTES + header.length();
        if (needed > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        header.writeTo(bytes, size, position());
        int payload = size + FrameHeader.BYTES;
        size = needed;
        return payload;
    }
}
