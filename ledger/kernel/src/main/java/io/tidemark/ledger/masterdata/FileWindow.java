package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of a file that is in memory while it is read from its first byte to its last. */
final class FileWindow {
    private static final int BYTES_FIRST = 128 << 10;

    /** What one item may need: all operators of an organisation. */
    private static final int BYTES_MAX = 16 << 20;

    private final InputStream file;
    private byte[] buffer = new byte[BYTES_FIRST];
    private int begin;
    private int end;
    private long position;
    private Hash.@Nullable Running digest;

    FileWindow(InputStream file) {
        this.file = file;
    }

    /** From here on what is read is digested. */
    void digest() {
        digest = new Hash.Running();
    }

    /** Of what was read since. */
    Hash digested() {
        Hash.Running whole = Objects.requireNonNull(digest);
        digest = null;
        return whole.hash();
    }

    /** Of the next item, in bytes from the first of the file. */
    long position() {
        return position;
    }

    /**
     * The next item. One that is cut off and one that is wrong look alike, until there is no more
     * to be had.
     *
     * @param item must take nothing from elsewhere: it is asked again when there is more
     */
    <T> T next(Function<CborReader, T> item) throws IOException {
        while (true) {
            CborReader reader = new CborReader(buffer, begin, end - begin);
            try {
                T value = item.apply(reader);
                took(reader.position() - begin);
                return value;
            } catch (Malformed | IllegalArgumentException wrong) {
                if (!more()) throw told(wrong);
            }
        }
    }

    /** Nothing may be left over. */
    void end() throws IOException {
        if (begin != end || more())
            throw new Malformed("the file goes on after its end, at byte " + position);
    }

    private Malformed told(RuntimeException wrong) {
        return new Malformed(
                wrong.getMessage() + ", in what begins at byte " + position + " of the file",
                wrong);
    }

    private void took(int bytes) {
        if (digest != null) digest.update(buffer, begin, bytes);
        begin += bytes;
        position += bytes;
    }

    private boolean more() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        if (end == buffer.length) {
            if (buffer.length == BYTES_MAX) return false;
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, BYTES_MAX));
        }
        int read = file.readNBytes(buffer, end, buffer.length - end);
        end += read;
        return read > 0;
    }
}
