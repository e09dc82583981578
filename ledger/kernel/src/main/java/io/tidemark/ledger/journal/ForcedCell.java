package io.tidemark.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The small file that says how far the journal was forced, and holds the signature of the head
 * there, which no segment has yet. Written after each force without a force of its own: exact after
 * a {@code kill -9}, a lower bound after a power cut. It is renamed into place complete and then
 * overwritten within its first sector, which a disk writes whole or not at all; so bytes that are
 * not right are damage, never a crash.
 */
final class ForcedCell implements AutoCloseable {
    static final String NAME = "forced";
    static final int VERSION = 2;

    /**
     * Magic, version, genesis hash, segment, position, sequence, hash and signature of the head
     * (zeros where it is not signed), CRC-32C of those before.
     */
    static final int BYTES = 8 + 2 + Hash.BYTES + 4 + 8 + 8 + Hash.BYTES + Signature.BYTES + 4;

    /** Magic and version. */
    private static final int START_BYTES = Long.BYTES + Short.BYTES;

    private static final byte[] UNSIGNED = new byte[Signature.BYTES];

    private static final long MAGIC = ByteBuffer.wrap("TIDEMRKF".getBytes(UTF_8)).getLong();

    /** A reader may meet a running writer at the cell; it does not meet it so often. */
    private static final int READS_MAX = 10;

    private final StoredFile file;
    private final Hash genesis;

    private ForcedCell(StoredFile file, JournalId journal) {
        this.file = file;
        this.genesis = Head.genesis(journal).hash();
    }

    /**
     * How far the journal was forced.
     *
     * @param segment the segment's number, or 0 before the first
     * @param position within it, in bytes: the end of a write
     * @param sequence of the last entry before
     * @param signed about that entry; null before the first, and where a stop took the signature
     */
    record Forced(int segment, long position, long sequence, @Nullable SignedHead signed) {
        static final Forced NOTHING = new Forced(0, 0, 0, null);

        /** The signed head about this entry, if it is the one that is kept here. */
        @Nullable SignedHead signedAt(long last) {
            return signed != null && signed.sequence() == last ? signed : null;
        }

        /** Below this position of that segment everything was forced. */
        long positionIn(int number) {
            return number < segment ? Long.MAX_VALUE : number == segment ? position : 0;
        }
    }

    /** Makes the cell of a journal that has nothing yet, complete or not at all. */
    static void create(Storage storage, JournalId journal) throws IOException {
        String unfinished = NAME + SegmentName.UNFINISHED_SUFFIX;
        try (ForcedCell cell = new ForcedCell(storage.open(unfinished), journal)) {
            cell.write(Forced.NOTHING);
            cell.file.force();
        }
        storage.rename(unfinished, NAME);
        storage.forceDirectory();
    }

    static ForcedCell open(Storage storage, JournalId journal) throws IOException {
        return new ForcedCell(storage.open(NAME), journal);
    }

    /**
     * @throws Malformed if the file is missing, damaged or another journal's
     */
    static Forced read(Storage storage, JournalId journal) throws IOException {
        try (StoredFile file = storage.openToRead(NAME)) {
            for (int read = 1; read < READS_MAX; read++) {
                try {
                    return read(file, journal);
                } catch (Malformed perhapsBeingWritten) {
                    Thread.onSpinWait();
                }
            }
            return read(file, journal);
        } catch (NoSuchFileException e) {
            throw new Malformed("the file is missing", e);
        }
    }

    private static Forced read(StoredFile file, JournalId journal) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        int read = file.read(0, bytes);
        if (read < BYTES || file.size() != BYTES) throw ofAnotherLength(bytes.flip());
        return parse(bytes.flip(), journal);
    }

    /** Perhaps because another program wrote it. */
    private static Malformed ofAnotherLength(ByteBuffer bytes) {
        boolean isCell = bytes.remaining() >= START_BYTES && bytes.getLong() == MAGIC;
        int version = isCell ? bytes.getShort() : VERSION;
        return version == VERSION
                ? new Malformed("the file has not its " + BYTES + " bytes")
                : ofFormat(version);
    }

    private static Malformed ofFormat(int version) {
        return new Malformed(
                "written in format "
                        + version
                        + ", which this program does not know (it knows "
                        + VERSION
                        + "): start the program that wrote it");
    }

    void write(Forced forced) throws IOException {
        file.write(0, ByteBuffer.wrap(bytes(forced, genesis)));
    }

    /**
     * @param genesis the journal's
     */
    static byte[] bytes(Forced forced, Hash genesis) {
        SignedHead signed = forced.signed();
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES)
                        .putLong(MAGIC)
                        .putShort((short) VERSION)
                        .put(genesis.toBytes())
                        .putInt(forced.segment())
                        .putLong(forced.position())
                        .putLong(forced.sequence())
                        .put(signed == null ? new byte[Hash.BYTES] : signed.hash().toBytes())
                        .put(signed == null ? UNSIGNED : signed.signature().toBytes());
        return bytes.putInt(checksum(bytes)).array();
    }

    void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Forced parse(ByteBuffer bytes, JournalId journal) {
        int stored = bytes.getInt(BYTES - Integer.BYTES);
        if (stored != checksum(bytes.duplicate().position(BYTES - Integer.BYTES))
                || bytes.getLong() != MAGIC)
            throw new Malformed("its bytes are not those that were written");
        int version = bytes.getShort();
        if (version != VERSION) throw ofFormat(version);
        if (!hash(bytes).equals(Head.genesis(journal).hash()))
            throw new Malformed("it belongs to another journal");
        int segment = bytes.getInt();
        long position = bytes.getLong();
        long sequence = bytes.getLong();
        return new Forced(segment, position, sequence, signed(bytes, journal, sequence));
    }

    private static @Nullable SignedHead signed(ByteBuffer bytes, JournalId journal, long sequence) {
        Hash hash = hash(bytes);
        byte[] signature = new byte[Signature.BYTES];
        bytes.get(signature);
        return Arrays.equals(signature, UNSIGNED)
                ? null
                : new SignedHead(journal, new Head(sequence, hash), Signature.of(signature));
    }

    private static Hash hash(ByteBuffer bytes) {
        byte[] hash = new byte[Hash.BYTES];
        bytes.get(hash);
        return Hash.of(hash);
    }

    /** Over the bytes before the buffer's position. */
    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().flip());
        return (int) crc.getValue();
    }
}
