package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * A receiver's signed high-water mark: it holds, on disk, everything of this journal up to here.
 * Only a verified mark acknowledges; a PUBACK or a 2xx is flow control.
 *
 * @param receiverEpoch the life of the receiver; within one, marks never fall
 * @param signature 64 bytes, Ed25519 over {@link #statement()}
 */
public record Mark(
        NodeName receiver, int receiverEpoch, JournalId origin, Head head, Signature signature) {
    private static final String TAG = "tidemark-mark";
    private static final int RECEIVER_FIELDS = 4;

    public Mark {
        if (receiverEpoch < 1)
            throw new IllegalArgumentException("an epoch starts at 1, not " + receiverEpoch);
    }

    public static Mark sign(JournalId receiver, JournalId origin, Head head, Signer signer) {
        return new Mark(
                receiver.node(),
                receiver.epoch(),
                origin,
                head,
                Signature.of(signer.sign(statement(receiver, origin, head))));
    }

    public boolean isBy(NodeName expected, Verifier verifier) {
        return receiver.equals(expected) && signature.isBy(verifier, statement());
    }

    public long sequence() {
        return head.sequence();
    }

    public byte[] statement() {
        return statement(new JournalId(receiver, receiverEpoch), origin, head);
    }

    private static byte[] statement(JournalId receiver, JournalId origin, Head head) {
        CborWriter writer =
                new CborWriter().array(1 + RECEIVER_FIELDS + JournalId.FIELDS + 2).text(TAG);
        origin.writeTo(receiver.writeTo(writer));
        return writer.integer(head.sequence()).bytes(head.hash().toBytes()).toBytes();
    }

    /** The array of the statement's items without the tag, and the signature. */
    public CborWriter writeTo(CborWriter writer) {
        writer.array(RECEIVER_FIELDS + JournalId.FIELDS + 3);
        origin.writeTo(new JournalId(receiver, receiverEpoch).writeTo(writer));
        return signature.writeTo(writer.integer(head.sequence()).bytes(head.hash().toBytes()));
    }

    public static Mark readFrom(CborReader reader) {
        reader.arrayOf(RECEIVER_FIELDS + JournalId.FIELDS + 3);
        JournalId receiver = Parsing.checked(() -> JournalId.readFrom(reader));
        JournalId origin = Parsing.checked(() -> JournalId.readFrom(reader));
        Head head = Parsing.head(reader);
        return new Mark(
                receiver.node(), receiver.epoch(), origin, head, Signature.readFrom(reader));
    }

    public byte[] toBytes() {
        return writeTo(new CborWriter()).toBytes();
    }

    public static Mark parse(byte[] bytes) {
        return Parsing.whole(bytes, Mark::readFrom);
    }

    @Override
    public String toString() {
        return receiver + "#" + receiverEpoch + " marks " + origin + "@" + head.sequence();
    }
}
