package io.tidemark.ledger.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads deterministic CBOR (RFC 8949 §4.2.1) and nothing else: a longer form than needed, an
 * indefinite length, a map, tag or float is {@link Malformed}, as is whatever a method does not
 * find as it says. Lengths are checked against the bytes that are there before anything is
 * allocated. Not safe for use by several threads.
 */
public final class CborReader {
    /** How deep arrays may nest in anything that is skipped unread. */
    public static final int DEPTH_MAX = 16;

    private final byte[] input;
    private final int end;
    private int position;

    public CborReader(byte[] input) {
        this(input, 0, input.length);
    }

    /**
     * @param from the first byte, from 0
     * @param length in bytes
     */
    public CborReader(byte[] input, int from, int length) {
        this.input = input;
        this.position = from;
        this.end = from + length;
    }

    /** Begins an array and gives its length in items. */
    public int array() {
        long length = head(Major.ARRAY, "an array");
        if (length > end - position)
            throw malformed("an array of " + length + " items in " + (end - position) + " bytes");
        return (int) length;
    }

    /**
     * Begins an array of at least {@code least} items; those beyond what is known must be skipped
     * by the caller.
     */
    public int arrayOfAtLeast(int least) {
        int length = array();
        if (length < least)
            throw malformed("an array of " + length + " items where " + least + " are needed");
        return length;
    }

    /**
     * Reads an array whose first {@code known} items {@code body} takes; items beyond them, which a
     * newer writer added, are passed over.
     */
    public <T> T fields(int known, Supplier<T> body) {
        int length = arrayOfAtLeast(known);
        T value = body.get();
        skip(length - known);
        return value;
    }

    /**
     * The same for items that were added later and that an older writer left out: {@code body} is
     * told how many of the known ones are there.
     */
    public <T> T fields(int least, int known, IntFunction<T> body) {
        int length = arrayOfAtLeast(least);
        int there = Math.min(length, known);
        T value = body.apply(there);
        skip(length - there);
        return value;
    }

    /** Reads an array of at most {@code most} items, each by {@code item}. */
    public <T> List<T> list(int most, Supplier<T> item) {
        int length = array();
        if (length > most)
            throw malformed("a list of " + length + " where " + most + " are allowed");
        List<T> items = new ArrayList<>(length);
        for (int i = 0; i < length; i++) items.add(item.get());
        return List.copyOf(items);
    }

    /** Begins an array of exactly {@code length} items. */
    public void arrayOf(int length) {
        int found = array();
        if (found != length)
            throw malformed("an array of " + found + " items where " + length + " are needed");
    }

    /**
     * Begins an array whose items may go on beyond this input, and gives its length: for whoever
     * reads a file piece by piece.
     */
    public int listBegun(int most) {
        long length = head(Major.ARRAY, "an array");
        if (length > most)
            throw malformed("a list of " + length + " where " + most + " are allowed");
        return (int) length;
    }

    /** Begins a byte string that may go on beyond this input, and gives its length in bytes. */
    public int bytesBegun(int most) {
        long length = head(Major.BYTES, "bytes");
        if (length > most)
            throw malformed("bytes of " + length + " where " + most + " are allowed");
        return (int) length;
    }

    /** An integer of 63 bits and a sign; CBOR itself has one bit more. */
    public long integer() {
        int major = peek() & 0xE0;
        if (major != Major.UNSIGNED && major != Major.NEGATIVE) throw malformed("no integer");
        long value = head(major, "an integer");
        return major == Major.UNSIGNED ? value : -1 - value;
    }

    /** An integer within bounds, both inclusive. */
    public int integer(int least, int most) {
        long value = integer();
        if (value < least || value > most)
            throw malformed(value + " is not between " + least + " and " + most);
        return (int) value;
    }

    public boolean bool() {
        int initial = next();
        if (initial != Major.TRUE && initial != Major.FALSE) throw malformed("no boolean");
        return initial == Major.TRUE;
    }

    /**
     * @param charactersMax the most UTF-16 units allowed
     */
    public String text(int charactersMax) {
        int length = begun(Major.TEXT, "text", 4L * charactersMax);
        String text = text(position, length);
        position += length;
        if (text.length() > charactersMax)
            throw malformed("text of more than " + charactersMax + " characters");
        return text;
    }

    /** Most text is ASCII, which needs no decoder. */
    private String text(int from, int length) {
        int all = 0;
        for (int i = from; i < from + length; i++) all |= input[i];
        if (all >= 0) return new String(input, from, length, ISO_8859_1);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(input, from, length)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("text that is not UTF-8, before byte " + (from + length), e);
        }
    }

    /** A byte string of at most so many bytes. */
    public byte[] bytes(int bytesMax) {
        return content(Major.BYTES, "bytes", bytesMax);
    }

    /** A byte string of exactly this length. */
    public byte[] bytesOf(int length) {
        byte[] found = bytes(length);
        if (found.length != length)
            throw malformed(found.length + " bytes where " + length + " are needed");
        return found;
    }

    public @Nullable String textOrNothing(int charactersMax) {
        return takeNothing() ? null : text(charactersMax);
    }

    /** Consumes a null if one stands here. */
    public boolean takeNothing() {
        if (peek() != Major.NULL) return false;
        position++;
        return true;
    }

    /** Passes over one item of any known kind, checking its form. */
    public void skip() {
        skipItem(0);
    }

    /** Passes over {@code count} items: the fields a newer writer added. */
    public void skip(int count) {
        for (int i = 0; i < count; i++) skipItem(0);
    }

    /** The bytes of the next item, whole. */
    public byte[] item() {
        int from = position;
        skipItem(0);
        return Arrays.copyOfRange(input, from, position);
    }

    /** Refuses anything left over. */
    public void end() {
        if (position != end) throw malformed((end - position) + " bytes too many");
    }

    public boolean atEnd() {
        return position == end;
    }

    /** Where the next item begins, in bytes from the start of the input. */
    public int position() {
        return position;
    }

    private void skipItem(int depth) {
        if (depth > DEPTH_MAX) throw malformed("arrays nested deeper than " + DEPTH_MAX);
        switch (peek() & 0xE0) {
            case Major.UNSIGNED, Major.NEGATIVE -> integer();
            case Major.BYTES -> bytes(end - position);
            case Major.TEXT -> text(end - position);
            case Major.ARRAY -> {
                int length = array();
                for (int i = 0; i < length; i++) skipItem(depth + 1);
            }
            default -> {
                if (!takeNothing()) bool();
            }
        }
    }

    private byte[] content(int major, String what, long most) {
        int length = begun(major, what, most);
        byte[] content = Arrays.copyOfRange(input, position, position + length);
        position += length;
        return content;
    }

    /** The length of what follows, all of which is there. */
    private int begun(int major, String what, long most) {
        long length = head(major, what);
        if (length > most)
            throw malformed(what + " of " + length + " bytes where " + most + " are allowed");
        if (length > end - position) throw malformed(what + " of " + length + " bytes, cut off");
        return (int) length;
    }

    private long head(int major, String what) {
        int initial = next();
        if ((initial & 0xE0) != major) throw malformed("not " + what);
        int info = initial & 0x1F;
        if (info < 24) return info;
        return switch (info) {
            case 24 -> atLeast(bigEndian(1), 24);
            case 25 -> atLeast(bigEndian(2), 1L << 8);
            case 26 -> atLeast(bigEndian(4), 1L << 16);
            case 27 -> atLeast(bigEndian(8), 1L << 32);
            default -> throw malformed("an indefinite or reserved length");
        };
    }

    private long atLeast(long value, long least) {
        if (value < 0) throw malformed("a number beyond 63 bits");
        if (value < least) throw malformed("a number not in its shortest form");
        return value;
    }

    private long bigEndian(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) value = value << 8 | next();
        return value;
    }

    private int peek() {
        if (position >= end) throw malformed("the end came too soon");
        return input[position] & 0xFF;
    }

    private int next() {
        int value = peek();
        position++;
        return value;
    }

    private Malformed malformed(String why) {
        return new Malformed(why + ", before byte " + position);
    }
}
