package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * The authorisation of a new journal that goes on where another one stopped. Head office signs it,
 * or who holds the store's recovery key from the safe; never the node that it is about.
 *
 * <pre>
 * successor        what for                                            shared
 * same device      its journal forked, or its disk was put back:       where its branch and the
 *                  the device goes on in a new epoch and takes its     receiver's history part
 *                  branch in
 * same device      its disk is gone (a replaced gateway)               = end
 * another device   a new till stands at the old one's workstation      = end
 * </pre>
 *
 * @param continued the journal that stops here
 * @param end where the receiver's accepted history of it stops, for good
 * @param shared the last entry that this history has in common with what the successor holds of it;
 *     what the successor has beyond, it takes in, once
 * @param successor the journal that goes on; of the same device only in a later epoch
 * @param reason for people, never empty
 * @param approver who decided, never empty
 * @param signature 64 bytes, Ed25519 over {@link #statement()}
 */
public record EpochGrant(
        JournalId continued,
        Head end,
        Head shared,
        JournalId successor,
        String reason,
        String approver,
        Signature signature) {
    /** Bytes of one grant: its texts at their longest, and room. */
    public static final int BYTES_MAX = 8 << 10;

    private static final String TAG = "tidemark-epoch";
    private static final int FIELDS = 13;

    public EpochGrant {
        requireSense(continued, end, shared, successor);
        requireText(reason, Limits.TEXT_MAX, "a reason");
        requireText(approver, Limits.CODE_MAX, "an approver");
    }

    /**
     * @throws IllegalArgumentException if it makes no sense; nothing is signed then
     */
    public static EpochGrant sign(Between between, JournalId successor, Why why, Signer signer) {
        Signature unsigned = Signature.of(new byte[Signature.BYTES]);
        EpochGrant draft =
                new EpochGrant(
                        between.continued(),
                        between.end(),
                        between.shared(),
                        successor,
                        why.reason(),
                        why.approver(),
                        unsigned);
        return draft.with(Signature.of(signer.sign(draft.statement())));
    }

    /** The journal that stops, and where: see {@link EpochGrant}. */
    public record Between(JournalId continued, Head end, Head shared) {
        /** There is nothing that the receiver's history does not have. */
        public static Between ending(JournalId continued, Head end) {
            return new Between(continued, end, end);
        }
    }

    /** What a person gave as the reason, and who that was. */
    public record Why(String reason, String approver) {}

    /** Whether it was signed with this key: head office's or the store's recovery key. */
    public boolean isBy(Verifier verifier) {
        return signature.isBy(verifier, statement());
    }

    /** Whether another device takes the place over. */
    public boolean replacesDevice() {
        return !continued.node().equals(successor.node());
    }

    /**
     * The array [tag, organisation, store, device, old epoch, last sequence, hash, shared sequence,
     * shared hash, successor's device, new epoch, reason, approver].
     */
    public byte[] statement() {
        return fields(new CborWriter().array(FIELDS)).toBytes();
    }

    /** The statement's array with the signature at its end. */
    public byte[] toBytes() {
        return signature.writeTo(fields(new CborWriter().array(FIELDS + 1))).toBytes();
    }

    public static EpochGrant parse(byte[] bytes) {
        return Parsing.whole(bytes, EpochGrant::readFrom);
    }

    private CborWriter fields(CborWriter writer) {
        continued.writeTo(writer.text(TAG));
        writer.integer(end.sequence()).bytes(end.hash().toBytes());
        writer.integer(shared.sequence()).bytes(shared.hash().toBytes());
        writer.text(successor.node().device()).integer(successor.epoch());
        return writer.text(reason).text(approver);
    }

    private static EpochGrant readFrom(CborReader reader) {
        reader.arrayOf(FIELDS + 1);
        Tags.expect(TAG, reader);
        JournalId continued = JournalId.readFrom(reader);
        Head end = Parsing.head(reader);
        Head shared = Parsing.head(reader);
        NodeName device =
                new NodeName(
                        continued.node().organisation(),
                        continued.node().store(),
                        reader.text(NodeName.LABEL_MAX));
        return new EpochGrant(
                continued,
                end,
                shared,
                new JournalId(device, reader.integer(1, Integer.MAX_VALUE)),
                reader.text(Limits.TEXT_MAX),
                reader.text(Limits.CODE_MAX),
                Signature.readFrom(reader));
    }

    private EpochGrant with(Signature signed) {
        return new EpochGrant(continued, end, shared, successor, reason, approver, signed);
    }

    private static void requireSense(
            JournalId continued, Head end, Head shared, JournalId successor) {
        if (!continued.node().isInStoreOf(successor.node()))
            throw new IllegalArgumentException(
                    successor + " is not in the store of " + continued + ", which it would go on");
        boolean same = continued.node().equals(successor.node());
        if (same && successor.epoch() <= continued.epoch())
            throw new IllegalArgumentException(
                    "epoch " + successor.epoch() + " does not come after " + continued.epoch());
        if (shared.sequence() > end.sequence()
                || (shared.sequence() == end.sequence() && !shared.equals(end)))
            throw new IllegalArgumentException(
                    "entry " + shared.sequence() + " is not part of a history up to " + end);
        if (!same && !shared.equals(end))
            throw new IllegalArgumentException(
                    "another device has no branch to take in: shared must be the end");
    }

    private static void requireText(String text, int charactersMax, String what) {
        if (text.isBlank() || text.length() > charactersMax)
            throw new IllegalArgumentException(
                    what + " has 1 to " + charactersMax + " characters, not " + text.length());
    }

    @Override
    public String toString() {
        return successor + " goes on from " + continued + "@" + end.sequence();
    }
}
