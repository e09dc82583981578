package io.tidemark.ledger.epoch;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.EpochGrant.Between;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Carried;
import java.util.Optional;

/**
 * Where a journal stands at its receiver: all that whoever grants a new epoch has to take over from
 * there. It is shown and handed over as it is, unsigned; what it says is checked when the grant is
 * acted on.
 *
 * @param carried where the workstation stands at the shared entry; empty where it is not known
 */
public record Standing(Between between, Optional<Carried> carried) {
    private static final String TAG = "tidemark-standing";
    private static final int FIELDS = 10;

    /**
     * @throws IllegalArgumentException if such a grant makes no sense
     */
    public Continuation granted(
            JournalId successor, String reason, String approver, Signer signer) {
        return new Continuation(
                EpochGrant.sign(between, successor, new EpochGrant.Why(reason, approver), signer),
                carried);
    }

    /**
     * The array [tag, organisation, store, device, epoch, last sequence, hash, shared sequence,
     * shared hash, carried or null].
     */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(FIELDS).text(TAG);
        between.continued().writeTo(writer);
        write(between.end(), writer);
        write(between.shared(), writer);
        return Framed.write(carried, writer).toBytes();
    }

    /**
     * @throws Malformed if the bytes are none
     */
    public static Standing parse(byte[] bytes) {
        return Framed.parse(
                bytes,
                TAG,
                FIELDS,
                reader ->
                        new Standing(
                                new Between(JournalId.readFrom(reader), head(reader), head(reader)),
                                Framed.carried(reader)));
    }

    private static void write(Head head, CborWriter writer) {
        writer.integer(head.sequence()).bytes(head.hash().toBytes());
    }

    private static Head head(CborReader reader) {
        return new Head(reader.integer(), Hash.of(reader.bytesOf(Hash.BYTES)));
    }
}
