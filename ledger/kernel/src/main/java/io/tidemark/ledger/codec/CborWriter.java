package io.tidemark.ledger.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes deterministic CBOR (RFC 8949 §4.2.1): shortest heads, definite lengths, no maps, tags or
 * floats. Not safe for use by several threads.
 */
public final class CborWriter {
    private static final int CAPACITY_FIRST = 256;

    private byte[] buffer;
    private int size;

    public CborWriter() {
        this(CAPACITY_FIRST);
    }

    /**
     * @param capacity bytes expected; the buffer grows beyond it as needed
     */
    public CborWriter(int capacity) {
        buffer = new byte[capacity];
    }

    /** Begins an array; exactly {@code length} items must follow. */
    public CborWriter array(int length) {
        return head(Major.ARRAY, length);
    }

    public CborWriter integer(long value) {
        return value >= 0 ? head(Major.UNSIGNED, value) : head(Major.NEGATIVE, -1 - value);
    }

    public CborWriter bool(boolean value) {
        return put(value ? Major.TRUE : Major.FALSE);
    }

    public CborWriter text(String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        return head(Major.TEXT, utf8.length).raw(utf8);
    }

    public CborWriter bytes(byte[] value) {
        return head(Major.BYTES, value.length).raw(value);
    }

    /** Begins a byte string; exactly {@code length} bytes must follow, here or elsewhere. */
    public CborWriter bytesBegun(int length) {
        return head(Major.BYTES, length);
    }

    public CborWriter nothing() {
        return put(Major.NULL);
    }

    /** The text, or null where there is none. */
    public CborWriter textOrNothing(@Nullable String value) {
        return value == null ? nothing() : text(value);
    }

    /** An array of these, each written by {@code item}. */
    public <T> CborWriter list(Collection<T> values, BiConsumer<T, CborWriter> item) {
        array(values.size());
        for (T value : values) item.accept(value, this);
        return this;
    }

    /** Appends bytes that are already deterministic CBOR. */
    public CborWriter raw(byte[] encoded) {
        ensure(encoded.length);
        System.arraycopy(encoded, 0, buffer, size, encoded.length);
        size += encoded.length;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    private CborWriter head(int major, long value) {
        if (value < 24) return put(major | (int) value);
        if (value < 1L << 8) return put(major | 24).bigEndian(value, 1);
        if (value < 1L << 16) return put(major | 25).bigEndian(value, 2);
        if (value < 1L << 32) return put(major | 26).bigEndian(value, 4);
        return put(major | 27).bigEndian(value, 8);
    }

    private CborWriter bigEndian(long value, int width) {
        ensure(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
            buffer[size++] = (byte) (value >>> shift);
        return this;
    }

    private CborWriter put(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
        return this;
    }

    private void ensure(int more) {
        int needed = Math.addExact(size, more);
        if (needed > buffer.length)
            buffer = Arrays.copyOf(buffer, Math.max(needed, 2 * buffer.length));
    }
}
