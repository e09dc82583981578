package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.util.Arrays;

/**
 * An entry as it is stored, hashed and sent: the CBOR array of two byte strings, header and event.
 * A node that does not know an event still keeps and forwards exactly these bytes.
 */
public final class EntryBytes {
    private static final int FRAMING_MAX = 16;

    private final byte[] header;
    private final byte[] event;

    private EntryBytes(Parts parts) {
        this.header = parts.header;
        this.event = parts.event;
    }

    public EntryBytes(byte[] header, byte[] event) {
        if (header.length + event.length + FRAMING_MAX > Limits.ENTRY_BYTES_MAX)
            throw new EntryTooLarge(header.length + event.length);
        this.header = header.clone();
        this.event = event.clone();
    }

    /** Arrays that nobody else has: they are not copied. */
    private record Parts(byte[] header, byte[] event) {}

    /** Checks the framing only; what is inside is read by {@link EntryCodec}. */
    public static EntryBytes parse(byte[] encoded) {
        CborReader reader = new CborReader(encoded);
        EntryBytes entry = readFrom(reader);
        reader.end();
        return entry;
    }

    public static EntryBytes readFrom(CborReader reader) {
        reader.arrayOf(2);
        byte[] header = reader.bytes(Limits.ENTRY_BYTES_MAX);
        byte[] event = reader.bytes(Limits.ENTRY_BYTES_MAX);
        if (header.length + event.length + FRAMING_MAX > Limits.ENTRY_BYTES_MAX)
            throw new Malformed(
                    "an entry beyond the limit of " + Limits.ENTRY_BYTES_MAX + " bytes");
        return new EntryBytes(new Parts(header, event));
    }

    public CborWriter writeTo(CborWriter writer) {
        return writer.array(2).bytes(header).bytes(event);
    }

    public byte[] toBytes() {
        return writeTo(new CborWriter(size())).toBytes();
    }

    /** Upper bound of the encoded size, in bytes. */
    public int size() {
        return header.length + event.length + FRAMING_MAX;
    }

    public byte[] header() {
        return header.clone();
    }

    public byte[] event() {
        return event.clone();
    }

    /** Reads the header where it is. */
    public CborReader headerReader() {
        return new CborReader(header);
    }

    /** Reads the event where it is. */
    public CborReader eventReader() {
        return new CborReader(event);
    }

    /** {@code H(previous, header, event)}. */
    Hash chainedOnto(Hash previous) {
        return Hash.overParts(previous.toBytes(), header, event);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryBytes entry
                && Arrays.equals(header, entry.header)
                && Arrays.equals(event, entry.event);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(header) + Arrays.hashCode(event);
    }

    @Override
    public String toString() {
        return "EntryBytes[" + header.length + "+" + event.length + "]";
    }
}
