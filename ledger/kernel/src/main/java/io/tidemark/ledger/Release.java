package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.LocalDate;

/**
 * A gateway's signed statement that a device need not keep receipts for its sake: head office has
 * marked the close-downs, supplements included, of every day up to here, and has given its receipt
 * for every archived segment up to here. Whether a receipt is old enough to go is another question
 * ({@link io.tidemark.ledger.retention.Retention}).
 *
 * @param receiver the gateway that says so, and in which life
 * @param origin the journal it is about
 * @param upTo its last entry that is settled; at 0 none is
 * @param closed the newest business day whose close-down head office has marked: time goes by
 *     closed days, so that a clock alone prunes nothing
 * @param signature 64 bytes, Ed25519 over {@link #statement()}
 */
public record Release(
        JournalId receiver, JournalId origin, Head upTo, LocalDate closed, Signature signature) {
    private static final String TAG = "tidemark-release";
    private static final int ITEMS = 4 + 2 * JournalId.FIELDS;

    public static Release sign(
            JournalId receiver, JournalId origin, Head upTo, LocalDate closed, Signer signer) {
        return new Release(
                receiver,
                origin,
                upTo,
                closed,
                Signature.of(signer.sign(statement(receiver, origin, upTo, closed))));
    }

    public boolean isBy(NodeName expected, Verifier verifier) {
        return receiver.node().equals(expected) && signature.isBy(verifier, statement());
    }

    public byte[] statement() {
        return statement(receiver, origin, upTo, closed);
    }

    private static byte[] statement(
            JournalId receiver, JournalId origin, Head upTo, LocalDate closed) {
        return items(new CborWriter().array(ITEMS), receiver, origin, upTo, closed).toBytes();
    }

    /** The array of the statement's items, then the signature. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(ITEMS + 1);
        return signature.writeTo(items(writer, receiver, origin, upTo, closed)).toBytes();
    }

    public static Release parse(byte[] bytes) {
        return Parsing.whole(bytes, Release::readFrom);
    }

    private static Release readFrom(CborReader reader) {
        reader.arrayOf(ITEMS + 1);
        Tags.expect(TAG, reader);
        JournalId receiver = JournalId.readFrom(reader);
        JournalId origin = JournalId.readFrom(reader);
        return new Release(
                receiver,
                origin,
                Parsing.head(reader),
                LocalDate.ofEpochDay(reader.integer()),
                Signature.readFrom(reader));
    }

    private static CborWriter items(
            CborWriter writer, JournalId receiver, JournalId origin, Head upTo, LocalDate closed) {
        return origin.writeTo(receiver.writeTo(writer.text(TAG)))
                .integer(upTo.sequence())
                .bytes(upTo.hash().toBytes())
                .integer(closed.toEpochDay());
    }

    @Override
    public String toString() {
        return receiver + " releases " + origin + " up to " + upTo.sequence();
    }
}
