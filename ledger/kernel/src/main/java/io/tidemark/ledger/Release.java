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

    /** How far a release goes: see {@link Release}. */
    public record Reach(Head upTo, LocalDate closed) {}

    public static Release sign(JournalId receiver, JournalId origin, Reach reach, Signer signer) {
        Signature unsigned = Signature.of(new byte[Signature.BYTES]);
        Release draft = new Release(receiver, origin, reach.upTo(), reach.closed(), unsigned);
        Signature signature = Signature.of(signer.sign(draft.statement()));
        return new Release(receiver, origin, reach.upTo(), reach.closed(), signature);
    }

    public boolean isBy(NodeName expected, Verifier verifier) {
        return receiver.node().equals(expected) && signature.isBy(verifier, statement());
    }

    public byte[] statement() {
        return items(new CborWriter().array(ITEMS)).toBytes();
    }

    /** The array of the statement's items, then the signature. */
    public byte[] toBytes() {
        return signature.writeTo(items(new CborWriter().array(ITEMS + 1))).toBytes();
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

    private CborWriter items(CborWriter writer) {
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
