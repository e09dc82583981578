package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;

/**
 * A part of a master-data file, or, with no bytes, the news that this version is current.
 *
 * @param file digest of the whole file's bytes
 * @param size of the whole file, in bytes
 */
public record MasterPart(long version, Hash file, int size, int offset, byte[] bytes) {
    private static final String TAG = "tidemark-master-part";
    private static final int TAG_MAX = 40;

    /** The content, its signature and their framing. */
    private static final int FILE_BYTES_MAX = Limits.MASTER_DATA_BYTES_MAX + 256;

    public MasterPart {
        bytes = bytes.clone();
        if (size < 0
                || offset < 0
                || bytes.length > Limits.MASTER_PART_BYTES_MAX
                || offset > size - bytes.length)
            throw new IllegalArgumentException(
                    "a part of " + bytes.length + " bytes at " + offset + " in a file of " + size);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The array ["tidemark-master-part", version, file hash, size, offset, bytes]. */
    public byte[] toBytes() {
        return new CborWriter(bytes.length + 128)
                .array(6)
                .text(TAG)
                .integer(version)
                .bytes(file.toBytes())
                .integer(size)
                .integer(offset)
                .bytes(bytes)
                .toBytes();
    }

    public static MasterPart parse(byte[] encoded) {
        try {
            CborReader reader = new CborReader(encoded);
            MasterPart part =
                    reader.fields(
                            6,
                            () -> {
                                if (!reader.text(TAG_MAX).equals(TAG))
                                    throw new Malformed("no part of master data");
                                return new MasterPart(
                                        reader.integer(),
                                        Hash.of(reader.bytesOf(Hash.BYTES)),
                                        reader.integer(0, FILE_BYTES_MAX),
                                        reader.integer(0, FILE_BYTES_MAX),
                                        reader.bytes(Limits.MASTER_PART_BYTES_MAX));
                            });
            reader.end();
            return part;
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }
}
