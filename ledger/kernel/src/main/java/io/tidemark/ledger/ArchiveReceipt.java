package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.regex.Pattern;

/**
 * A receiver's signed statement that it keeps, on disk, a sealed segment of this journal with
 * exactly this content. It never says what is inside: the receiver cannot read it.
 *
 * @param receiver who keeps it, and in which life
 * @param origin the journal that the segment belongs to
 * @param signature 64 bytes, Ed25519 over {@link #statement()}
 */
public record ArchiveReceipt(JournalId receiver, JournalId origin, Kept kept, Signature signature) {
    private static final String TAG = "tidemark-archive";
    private static final int SEGMENT_CHARACTERS_MAX = 100;
    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    /**
     * The sealed segment.
     *
     * @param segment its file name, such as {@code segment-000001-to-250.tmj}
     * @param size bytes of the sealed content
     * @param content digest of the sealed content
     */
    public record Kept(String segment, long size, Hash content) {
        public Kept {
            if (!isSegmentName(segment))
                throw new IllegalArgumentException("not the name of a segment: '" + segment + "'");
            if (size < 0) throw new IllegalArgumentException("a segment of " + size + " bytes");
        }
    }

    /** A name is also a file's: no separators, no leading dot, lower case. */
    public static boolean isSegmentName(String segment) {
        return SEGMENT.matcher(segment).matches();
    }

    public static ArchiveReceipt sign(
            JournalId receiver, JournalId origin, Kept kept, Signer signer) {
        byte[] signed = signer.sign(statement(receiver, origin, kept));
        return new ArchiveReceipt(receiver, origin, kept, Signature.of(signed));
    }

    public String segment() {
        return kept.segment();
    }

    public long size() {
        return kept.size();
    }

    public Hash content() {
        return kept.content();
    }

    public boolean isBy(NodeName expected, Verifier verifier) {
        return receiver.node().equals(expected) && signature.isBy(verifier, statement());
    }

    public byte[] statement() {
        return statement(receiver, origin, kept);
    }

    private static byte[] statement(JournalId receiver, JournalId origin, Kept kept) {
        CborWriter writer = new CborWriter().array(4 + 2 * JournalId.FIELDS).text(TAG);
        return fields(writer, receiver, origin, kept).toBytes();
    }

    /** The array of the statement's items, then the signature. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(5 + 2 * JournalId.FIELDS).text(TAG);
        return signature.writeTo(fields(writer, receiver, origin, kept)).toBytes();
    }

    public static ArchiveReceipt parse(byte[] bytes) {
        return Parsing.whole(bytes, ArchiveReceipt::readFrom);
    }

    private static ArchiveReceipt readFrom(CborReader reader) {
        reader.arrayOf(5 + 2 * JournalId.FIELDS);
        Tags.expect(TAG, reader);
        JournalId receiver = JournalId.readFrom(reader);
        JournalId origin = JournalId.readFrom(reader);
        return new ArchiveReceipt(
                receiver,
                origin,
                new Kept(
                        reader.text(SEGMENT_CHARACTERS_MAX),
                        reader.integer(),
                        Hash.of(reader.bytesOf(Hash.BYTES))),
                Signature.readFrom(reader));
    }

    private static CborWriter fields(
            CborWriter writer, JournalId receiver, JournalId origin, Kept kept) {
        return origin.writeTo(receiver.writeTo(writer))
                .text(kept.segment())
                .integer(kept.size())
                .bytes(kept.content().toBytes());
    }
}
