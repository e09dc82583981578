package io.tidemark.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The clear start of a segment file: whose it is, which, of what day, and where the chain stood
 * before it. Written and renamed into place as one, so a segment never has half a header.
 *
 * @param number from 1, without a gap
 * @param before the head before the segment's first entry
 */
record SegmentHeader(JournalId journal, int number, LocalDate day, Head before) {
    static final int VERSION = 2;

    private static final long MAGIC = ByteBuffer.wrap("TIDEMRKJ".getBytes(UTF_8)).getLong();

    /** Enough for the longest name of a node, in bytes. */
    static final int BYTES_MAX = 1024;

    /** Magic, version, number, day, epoch, sequence, hash, length of the name. */
    private static final int FIXED_BYTES = 8 + 2 + 4 + 8 + 4 + 8 + Hash.BYTES + 2;

    /**
     * The header's bytes, which end with the SHA-256 of those before: what every frame is bound to.
     */
    byte[] toBytes() {
        byte[] name = journal.node().uri().getBytes(UTF_8);
        ByteBuffer buffer =
                ByteBuffer.allocate(bytesFor(journal))
                        .putLong(MAGIC)
                        .putShort((short) VERSION)
                        .putInt(number)
                        .putLong(day.toEpochDay())
                        .putInt(journal.epoch())
                        .putLong(before.sequence())
                        .put(before.hash().toBytes())
                        .putShort((short) name.length)
                        .put(name);
        return buffer.put(Hash.digest(Arrays.copyOf(buffer.array(), buffer.position())).toBytes())
                .array();
    }

    Hash hash() {
        return storedHash(toBytes());
    }

    int size() {
        return bytesFor(journal);
    }

    static int bytesFor(JournalId journal) {
        return FIXED_BYTES + journal.node().uri().getBytes(UTF_8).length + Hash.BYTES;
    }

    /**
     * Reads the header at the start of {@code bytes}, which must be of this journal.
     *
     * @throws Malformed if it is another's, of another version or damaged
     */
    static SegmentHeader parse(byte[] bytes, JournalId journal) {
        ByteBuffer buffer = ByteBuffer.wrap(checked(bytes)).position(Long.BYTES);
        int version = buffer.getShort();
        if (version != VERSION)
            throw new Malformed(
                    "written in format " + version + ", which this program does not know");
        int number = buffer.getInt();
        LocalDate day = LocalDate.ofEpochDay(buffer.getLong());
        int epoch = buffer.getInt();
        Head before = new Head(buffer.getLong(), Hash.of(take(buffer, Hash.BYTES)));
        String name = new String(take(buffer, buffer.getShort()), UTF_8);
        if (epoch != journal.epoch() || !name.equals(journal.node().uri()))
            throw new Malformed("it belongs to another journal, " + name + "#" + epoch);
        return new SegmentHeader(journal, number, day, before);
    }

    private static byte[] checked(byte[] bytes) {
        if (bytes.length < FIXED_BYTES)
            throw new Malformed("the file is shorter than a segment's header");
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int size = FIXED_BYTES + buffer.getShort(FIXED_BYTES - Short.BYTES) + Hash.BYTES;
        if (buffer.getLong() != MAGIC)
            throw new Malformed("the file does not begin as a segment does");
        if (size < FIXED_BYTES || size > bytes.length)
            throw new Malformed("the segment's header is damaged");
        byte[] header = Arrays.copyOf(bytes, size);
        if (!storedHash(header).equals(computedHash(header)))
            throw new Malformed("the segment's header is damaged");
        return header;
    }

    static Hash storedHash(byte[] bytes) {
        return Hash.of(Arrays.copyOfRange(bytes, bytes.length - Hash.BYTES, bytes.length));
    }

    static Hash computedHash(byte[] bytes) {
        return Hash.digest(Arrays.copyOf(bytes, bytes.length - Hash.BYTES));
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        byte[] taken = new byte[length];
        buffer.get(taken);
        return taken;
    }
}
