package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A receiver's signed statement that it keeps, on disk, a sealed segment of this journal with
 * exactly this content. It never says what is inside: the receiver cannot read it.
 *
 * @param receiver who keeps it, and in which life
 * @param origin the journal that the segment belongs to
 * @param segment the segment's file name, such as {@code segment-000001.tmj}
 * @param size bytes of the sealed content
 * @param content digest of the sealed content
 * @param signature 64 bytes, Ed25519 over {@link #statement()}
 */
public record ArchiveReceipt(
        JournalId receiver,
        JournalId origin,
        String segment,
        long size,
        Hash content,
        byte[] signature) {
    private static final String TAG = "tidemark-archive";
    private static final int SEGMENT_CHARACTERS_MAX = 100;
    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    public ArchiveReceipt {
        signature = signature.clone();
        if (!isSegmentName(segment))
            throw new IllegalArgumentException("not the name of a segment: '" + segment + "'");
        if (size < 0) throw new IllegalArgumentException("a segment of " + size + " bytes");
        if (signature.length != SignedHead.SIGNATURE_BYTES)
            throw new IllegalArgumentException(
                    "a signature has " + SignedHead.SIGNATURE_BYTES + " bytes");
    }

    /** A name is also a file's: no separators, no leading dot, lower case. */
    public static boolean isSegmentName(String segment) {
        return SEGMENT.matcher(segment).matches();
    }

    public static ArchiveReceipt sign(
            JournalId receiver,
            JournalId origin,
            String segment,
            long size,
            Hash content,
            Signer signer) {
        byte[] signature = signer.sign(statement(receiver, origin, segment, size, content));
        return new ArchiveReceipt(receiver, origin, segment, size, content, signature);
    }

    public boolean isBy(NodeName expected, Verifier verifier) {
        return receiver.node().equals(expected) && verifier.verify(statement(), signature);
    }

    public byte[] statement() {
        return statement(receiver, origin, segment, size, content);
    }

    private static byte[] statement(
            JournalId receiver, JournalId origin, String segment, long size, Hash content) {
        CborWriter writer = new CborWriter().array(4 + 2 * JournalId.FIELDS).text(TAG);
        return fields(writer, receiver, origin, segment, size, content).toBytes();
    }

    /** The array of the statement's items, then the signature. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(5 + 2 * JournalId.FIELDS).text(TAG);
        return fields(writer, receiver, origin, segment, size, content).bytes(signature).toBytes();
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
                reader.text(SEGMENT_CHARACTERS_MAX),
                reader.integer(),
                Hash.of(reader.bytesOf(Hash.BYTES)),
                reader.bytesOf(SignedHead.SIGNATURE_BYTES));
    }

    private static CborWriter fields(
            CborWriter writer,
            JournalId receiver,
            JournalId origin,
            String segment,
            long size,
            Hash content) {
        return origin.writeTo(receiver.writeTo(writer))
                .text(segment)
                .integer(size)
                .bytes(content.toBytes());
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArchiveReceipt that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
