package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.function.Supplier;

/**
 * The one statement a device signs: this journal has this hash at this sequence. Whoever holds it
 * and the chain from an entry up to it has proof of the entry. Signed with Ed25519 (RFC 8032).
 *
 * @param signature 64 bytes over {@link #statement()}
 */
public record SignedHead(JournalId journal, Head head, Signature signature) {
    private static final String TAG = "tidemark-head";

    public static SignedHead sign(JournalId journal, Head head, Signer signer) {
        return new SignedHead(journal, head, Signature.of(signer.sign(statement(journal, head))));
    }

    /** Begins to sign; the statement is there when it is asked for. */
    public static Supplier<SignedHead> begin(JournalId journal, Head head, Signer signer) {
        Supplier<byte[]> signing = signer.begin(statement(journal, head));
        return () -> new SignedHead(journal, head, Signature.of(signing.get()));
    }

    public boolean isBy(Verifier origin) {
        return signature.isBy(origin, statement());
    }

    public long sequence() {
        return head.sequence();
    }

    public Hash hash() {
        return head.hash();
    }

    public byte[] statement() {
        return statement(journal, head);
    }

    private static byte[] statement(JournalId journal, Head head) {
        CborWriter writer = new CborWriter().array(3 + JournalId.FIELDS).text(TAG);
        return journal.writeTo(writer)
                .integer(head.sequence())
                .bytes(head.hash().toBytes())
                .toBytes();
    }

    /** The array [organisation, store, device, epoch, sequence, hash, signature]. */
    public CborWriter writeTo(CborWriter writer) {
        journal.writeTo(writer.array(3 + JournalId.FIELDS))
                .integer(head.sequence())
                .bytes(head.hash().toBytes());
        return signature.writeTo(writer);
    }

    public static SignedHead readFrom(CborReader reader) {
        reader.arrayOf(3 + JournalId.FIELDS);
        JournalId journal = Parsing.checked(() -> JournalId.readFrom(reader));
        Head head = Parsing.head(reader);
        return new SignedHead(journal, head, Signature.readFrom(reader));
    }

    public byte[] toBytes() {
        return writeTo(new CborWriter()).toBytes();
    }

    public static SignedHead parse(byte[] bytes) {
        return Parsing.whole(bytes, SignedHead::readFrom);
    }

    @Override
    public String toString() {
        return journal + "@" + head.sequence() + ":" + head.hash().short6();
    }
}
