package io.tidemark.identity;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;

/**
 * A roster as it lies in a file: {@code ["tidemark-signed-roster", statement, signature]} in
 * deterministic CBOR, signed with the root of trust's P-256 key (ECDSA with SHA-256, DER form, FIPS
 * 186-5). The statement begins with its own tag, so that no certificate signature is ever taken for
 * one.
 */
public final class SignedRoster {
    /** Bytes of a roster file: about 250 for each node, 250,000 nodes. */
    public static final int BYTES_MAX = 64 << 20;

    /** The name of the one signature algorithm, for {@link Signature#getInstance(String)}. */
    public static final String ALGORITHM = "SHA256withECDSA";

    private static final String TAG = "tidemark-signed-roster";
    private static final int TAG_MAX = 40;
    private static final int SIGNATURE_BYTES_MAX = 80;

    private final byte[] statement;
    private final byte[] signature;

    public SignedRoster(byte[] statement, byte[] signature) {
        this.statement = statement.clone();
        this.signature = signature.clone();
    }

    /** The bytes the root of trust must sign. */
    public static byte[] statement(Roster roster) {
        return RosterCodec.encode(roster);
    }

    /**
     * @throws Malformed if these are no such bytes
     */
    public static SignedRoster parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        reader.arrayOf(3);
        String tag = reader.text(TAG_MAX);
        if (!tag.equals(TAG)) throw new Malformed("'" + tag + "' where '" + TAG + "' is expected");
        SignedRoster signed =
                new SignedRoster(reader.bytes(BYTES_MAX), reader.bytes(SIGNATURE_BYTES_MAX));
        reader.end();
        return signed;
    }

    public byte[] toBytes() {
        return new CborWriter(statement.length + signature.length + TAG_MAX)
                .array(3)
                .text(TAG)
                .bytes(statement)
                .bytes(signature)
                .toBytes();
    }

    /**
     * The roster, if the root of trust signed exactly these bytes.
     *
     * @throws Malformed if it did not, or signed something that is no roster
     */
    public Roster verified(PublicKey root) {
        if (!isBy(root))
            throw new Malformed("the roster is not signed by the organisation's root of trust");
        return RosterCodec.decode(statement);
    }

    private boolean isBy(PublicKey root) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(root);
            check.update(statement);
            return check.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedRoster that
                && Arrays.equals(statement, that.statement)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
