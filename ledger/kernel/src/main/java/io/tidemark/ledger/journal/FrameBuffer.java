package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.event.PrunedEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Collects the frames of one write of one segment. They are encrypted when the write is complete,
 * for each says how long it is.
 */
final class FrameBuffer {
    /** Kept between writes; what a larger group needed is given back. */
    private static final int BYTES_KEPT = 1 << 20;

    /**
     * How far from one copy of a data key to the next, in bytes: right behind it, in another
     * sector, and from then on so that a larger hole takes little with it.
     */
    private static final int[] KEY_DISTANCES = {0, Storage.SECTOR_BYTES, 64 << 10};

    private static final byte[] NOTHING = {};

    private final Hash segment;
    private final JournalKey journalKey;
    private final List<Plain> frames = new ArrayList<>();
    private byte[] bytes = new byte[64 << 10];
    private int size;
    private long start;
    private int counter;
    private int keyCopies;
    private long keyEnd;
    private @Nullable SecretKey dataKey;
    private @Nullable FrameCipher cipher;

    /** A frame before it is encrypted: its payload in two parts, or the data key that it wraps. */
    private record Plain(
            FrameKind kind,
            int length,
            int counter,
            byte[] first,
            byte[] rest,
            @Nullable SecretKey dataKey) {}

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
        return dataKey == null || counter >= Integer.MAX_VALUE / 2;
    }

    /** Draws a data key for what follows. */
    Frame.Key key() {
        counter = 0;
        keyCopies = 0;
        SecretKey drawn = journalKey.newDataKey();
        dataKey = drawn;
        Frame.Key key = new Frame.Key(position(), drawn, false);
        addKey(FrameKind.KEY, drawn);
        return key;
    }

    /**
     * Wraps the data key once more where it is time to, before a group: all that is encrypted under
     * it must not hang on a few bytes.
     */
    void keyAgainIfDue() {
        int distance = KEY_DISTANCES[Math.min(keyCopies, KEY_DISTANCES.length - 1)];
        if (dataKey == null || position() - keyEnd < distance) return;
        keyCopies++;
        addKey(FrameKind.KEY_AGAIN, dataKey);
    }

    /**
     * Neither ends a write so few bytes into a sector, nor begins the next so few before its end,
     * that these could be zeros although they were written: else nobody could tell a lost sector
     * from a damaged one. What is written so that it does not is a copy of the data key.
     */
    void endClearly() {
        int into = (int) (position() % Storage.SECTOR_BYTES);
        int left = Storage.SECTOR_BYTES - into;
        boolean tooFew = (into > 0 && into < TornTail.ZEROS_MIN) || left < FrameHeader.BYTES;
        if (tooFew && size > 0 && dataKey != null) addKey(FrameKind.KEY_AGAIN, dataKey);
    }

    void entry(long sequence, EntryBytes entry) {
        add(
                FrameKind.ENTRY,
                ByteBuffer.allocate(Long.BYTES).putLong(sequence).array(),
                entry.toBytes());
    }

    void head(SignedHead head) {
        add(FrameKind.HEAD, NOTHING, head.toBytes());
    }

    void seal(Head head) {
        seal(FrameKind.SEAL, head);
    }

    void sealStub(Head head) {
        seal(FrameKind.STUB_SEAL, head);
    }

    private void seal(FrameKind kind, Head head) {
        byte[] sequence = ByteBuffer.allocate(Long.BYTES).putLong(head.sequence()).array();
        add(kind, sequence, head.hash().toBytes());
    }

    void pruned(Head after, EntryBytes entry, PrunedEntry.Pruning why) {
        add(FrameKind.PRUNED, NOTHING, PrunedEntry.bytes(after, entry, why));
    }

    /** Where in the file the next frame goes. */
    long position() {
        return start + size;
    }

    /** Where in the file the buffered bytes go. */
    long start() {
        return start;
    }

    /** Of the frames so far, in bytes. */
    int size() {
        return size;
    }

    /** All frames, encrypted: exactly one write. */
    ByteBuffer written() {
        if (size > bytes.length) bytes = new byte[size];
        int at = 0;
        for (Plain frame : frames) at = encrypt(frame, at);
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /** The buffered bytes are in the file: the next write goes behind them. */
    void clear() {
        start += size;
        size = 0;
        frames.clear();
        if (bytes.length > BYTES_KEPT) bytes = new byte[BYTES_KEPT];
    }

    private void add(FrameKind kind, byte[] first, byte[] rest) {
        if (dataKey == null) throw new IllegalStateException("a frame needs a data key before it");
        int length = first.length + rest.length + FrameCipher.TAG_BYTES;
        add(new Plain(kind, length, counter++, first, rest, null));
    }

    private void addKey(FrameKind kind, SecretKey key) {
        add(new Plain(kind, JournalKey.WRAPPED_BYTES, counter++, NOTHING, NOTHING, key));
        keyEnd = position();
    }

    private void add(Plain frame) {
        size = Math.addExact(size, FrameHeader.BYTES + frame.length());
        frames.add(frame);
    }

    /** Returns where the next frame goes. */
    private int encrypt(Plain frame, int at) {
        FrameHeader header =
                new FrameHeader(frame.length(), frame.counter(), frame.kind(), at, size);
        header.writeTo(bytes, at, start + at);
        byte[] bound = header.boundTo(segment, start + at);
        int payload = at + FrameHeader.BYTES;
        if (frame.dataKey() != null) {
            journalKey.wrap(frame.dataKey(), bound, bytes, payload);
            if (frame.kind() == FrameKind.KEY) cipher = new FrameCipher(frame.dataKey());
        } else if (cipher != null)
            cipher.seal(
                    new FrameCipher.Once(FrameCipher.nonce(header.counter()), bound),
                    frame.first(),
                    frame.rest(),
                    new FrameCipher.Place(bytes, payload));
        return payload + frame.length();
    }
}
