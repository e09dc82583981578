package io.tidemark.ledger.epoch;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Carried;
import java.util.Optional;

/**
 * A grant and what its successor must know, as it goes to a node: over the wire, or as a file. Only
 * the grant is signed; what is carried, the receiver checks against its own fold when the
 * successor's first entry comes.
 *
 * @param carried where the workstation stands ({@link io.tidemark.ledger.closedown.StandingFold});
 *     empty where who granted did not know, and for a gateway, whose journal comes back from head
 *     office
 */
public record Continuation(EpochGrant grant, Optional<Carried> carried) {
    /** Bytes of one: a day of the most departments, tax categories and tenders, and the grant. */
    public static final int BYTES_MAX = 4 << 20;

    private static final String TAG = "tidemark-continuation";
    private static final int FIELDS = 3;

    public boolean isBy(Verifier verifier) {
        return grant.isBy(verifier);
    }

    /** The array [tag, grant: bstr, carried or null]. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(FIELDS).text(TAG).bytes(grant.toBytes());
        return Framed.write(carried, writer).toBytes();
    }

    /**
     * @throws Malformed if the bytes are none
     */
    public static Continuation parse(byte[] bytes) {
        return Framed.parse(
                bytes,
                TAG,
                FIELDS,
                reader ->
                        new Continuation(
                                EpochGrant.parse(reader.bytes(EpochGrant.BYTES_MAX)),
                                Framed.carried(reader)));
    }

    /**
     * A grant's file: this, or the bare grant that head office keeps.
     *
     * @throws Malformed if the bytes are neither
     */
    public static Continuation parseGrant(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (Malformed noContinuation) {
            try {
                return new Continuation(EpochGrant.parse(bytes), Optional.empty());
            } catch (Malformed nor) {
                throw noContinuation;
            }
        }
    }
}
