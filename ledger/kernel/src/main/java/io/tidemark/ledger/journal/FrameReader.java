package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.PrunedEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one segment in order, decrypts them, and finds the next one beyond damage.
 */
final class FrameReader {
    private static final int COUNTER_UNKNOWN = -1;

    private final ByteWindow window;
    private final Hash segment;
    private final JournalKey journalKey;
    private @Nullable SecretKey dataKey;
    private @Nullable FrameCipher cipher;
    private @Nullable FrameHeader header;
    private int counter = COUNTER_UNKNOWN;
    private long position;

    /**
     * @param segment the SHA-256 of the segment's header
     */
    FrameReader(ByteWindow window, Hash segment, JournalKey journalKey, long from) {
        this.window = window;
        this.segment = segment;
        this.journalKey = journalKey;
        this.position = from;
    }

    /** Starts amid a segment, under the data key that holds there. */
    void under(SecretKey dataKey) {
        if (dataKey.equals(this.dataKey)) return;
        this.dataKey = dataKey;
        cipher = new FrameCipher(dataKey);
    }

    /** Where the next frame begins, in bytes from the start of the file. */
    long position() {
        return position;
    }

    /** Of the frame that was read last. */
    FrameHeader header() {
        if (header == null) throw new IllegalStateException("no frame was read");
        return header;
    }

    /**
     * The next frame. Zeros to the end of the file are its free space. After one that is unreadable
     * only {@link #resync} leads on.
     */
    Frame next() throws IOException {
        if (window.isZero(position, window.limit())) return new Frame.End(position);
        if (!window.has(position, FrameHeader.BYTES))
            return torn(null, "the file ends within a frame's header");
        FrameHeader found = FrameHeader.read(window.array(), window.offset(position), position);
        if (found == null) return torn(null, "a frame's header is damaged");
        if (!window.has(position, FrameHeader.BYTES + found.length()))
            return torn(found.kind(), "the file ends within a frame");
        if (found.kind() != FrameKind.KEY
                && counter != COUNTER_UNKNOWN
                && found.counter() != counter + 1)
            return wrong(found.kind(), "a frame is missing before it");
        Frame frame = found.kind().isKey() ? key(found) : sealed(found);
        if (frame instanceof Frame.Unreadable) return frame;
        header = found;
        counter = found.counter();
        position = found.end(position);
        return frame;
    }

    /**
     * Passes over the next frame by its header alone: nothing of it is decrypted or checked.
     *
     * @return null where no frame follows
     */
    @Nullable FrameKind hop() throws IOException {
        if (!window.has(position, FrameHeader.BYTES)) return null;
        FrameHeader header = FrameHeader.read(window.array(), window.offset(position), position);
        if (header == null || header.end(position) > window.limit()) return null;
        counter = header.counter();
        position = header.end(position);
        return header.kind();
    }

    /** The header of the frame that could not be read, where the header itself can be. */
    @Nullable FrameHeader unreadable() throws IOException {
        if (!window.has(position, FrameHeader.BYTES)) return null;
        return FrameHeader.read(window.array(), window.offset(position), position);
    }

    /** True if nothing was written there or beyond. */
    boolean isZeroFrom(long from) throws IOException {
        return from >= window.limit() || window.isZero(from, window.limit());
    }

    /** Moves to the next frame beyond the place where reading failed; false if there is none. */
    boolean resync() throws IOException {
        counter = COUNTER_UNKNOWN;
        long next = window.headerFrom(position + 1);
        if (next < 0) return false;
        position = next;
        return true;
    }

    private Frame key(FrameHeader header) {
        boolean again = header.kind() == FrameKind.KEY_AGAIN;
        if (header.length() != JournalKey.WRAPPED_BYTES || again == (header.counter() == 0))
            return wrong(header.kind(), "it is no key frame");
        try {
            int offset = window.offset(position) + FrameHeader.BYTES;
            SecretKey unwrapped =
                    journalKey.unwrap(header.boundTo(segment, position), window.array(), offset);
            if (again && counter != COUNTER_UNKNOWN && !unwrapped.equals(dataKey))
                return wrong(header.kind(), "it is another data key than the one that holds");
            under(unwrapped);
            return new Frame.Key(position, unwrapped, again);
        } catch (AEADBadTagException e) {
            if (!again) forgetKey();
            return torn(
                    header.kind(),
                    "the data key cannot be unwrapped: damaged, or this is not the node's journal key");
        }
    }

    private void forgetKey() {
        dataKey = null;
        cipher = null;
    }

    private Frame sealed(FrameHeader header) {
        if (cipher == null) return wrong(header.kind(), "the data key it needs is missing");
        try {
            int offset = window.offset(position) + FrameHeader.BYTES;
            byte[] bound = header.boundTo(segment, position);
            FrameCipher.Once once =
                    new FrameCipher.Once(FrameCipher.nonce(header.counter()), bound);
            FrameCipher.Place place = new FrameCipher.Place(window.array(), offset);
            return content(header.kind(), cipher.open(once, place, header.length()));
        } catch (AEADBadTagException e) {
            return torn(header.kind(), "its bytes are not those that were written");
        } catch (Malformed | IllegalArgumentException e) {
            return wrong(header.kind(), "its content cannot be understood: " + e.getMessage());
        }
    }

    private Frame content(FrameKind kind, byte[] plain) {
        return switch (kind) {
            case ENTRY -> entry(plain);
            case HEAD -> new Frame.Signed(position, SignedHead.parse(plain));
            case SEAL -> new Frame.Seal(position, head(plain), false);
            case STUB_SEAL -> new Frame.Seal(position, head(plain), true);
            case PRUNED -> new Frame.Pruned(position, PrunedEntry.parse(plain));
            case KEY, KEY_AGAIN ->
                    throw new IllegalStateException("a key frame is not under a data key");
        };
    }

    private Frame entry(byte[] plain) {
        if (plain.length <= Long.BYTES) throw new Malformed("an entry frame without an entry");
        long sequence = ByteBuffer.wrap(plain).getLong();
        return new Frame.Entry(
                position,
                sequence,
                EntryBytes.parse(Arrays.copyOfRange(plain, Long.BYTES, plain.length)));
    }

    private static Head head(byte[] plain) {
        if (plain.length != Long.BYTES + Hash.BYTES)
            throw new Malformed("a seal of " + plain.length + " bytes");
        long sequence = ByteBuffer.wrap(plain).getLong();
        return new Head(sequence, Hash.of(Arrays.copyOfRange(plain, Long.BYTES, plain.length)));
    }

    private Frame torn(@Nullable FrameKind kind, String why) {
        return new Frame.Unreadable(position, kind, true, why);
    }

    private Frame wrong(FrameKind kind, String why) {
        return new Frame.Unreadable(position, kind, false, why);
    }
}
