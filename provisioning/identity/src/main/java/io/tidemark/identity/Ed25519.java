package io.tidemark.identity;

import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * Ed25519 (RFC 8032) by Bouncy Castle's own classes, named here so that no order of providers
 * decides: they sign 14,000 to 23,000 times a second, the JDK's about 1,000 times.
 */
public final class Ed25519 {
    private static final int PLAIN = org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm.Ed25519;

    /**
     * What stands before the 32 bytes of a key (RFC 8410 §4 and §7). Keys of this form, which are
     * all that the JDK makes, are cut out of it: a general parser of keys costs every start 150
     * classes.
     */
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] PRIVATE =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /**
     * @param key an Ed25519 private key of any provider
     */
    public static Signer signer(PrivateKey key) {
        return signer(privateKey(key));
    }

    static Signer signer(Ed25519PrivateKeyParameters own) {
        return new SignsBeside(statement -> {
            byte[] signature = new byte[Ed25519PrivateKeyParameters.SIGNATURE_SIZE];
            own.sign(PLAIN, null, statement, 0, statement.length, signature, 0);
            return signature;
        });
    }

    /**
     * @throws IllegalArgumentException if the bytes are no point of the curve
     */
    public static Verifier verifier(RawPublicKey key) {
        Ed25519PublicKeyParameters theirs = new Ed25519PublicKeyParameters(key.toBytes());
        return (statement, signature) ->
                signature.length == Ed25519PrivateKeyParameters.SIGNATURE_SIZE
                        && theirs.verify(PLAIN, null, statement, 0, statement.length, signature, 0);
    }

    /**
     * The bytes of a certificate's Ed25519 key.
     *
     * @throws IllegalArgumentException if it is of another kind
     */
    public static RawPublicKey raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (!isAfter(PUBLIC, encoded, Ed25519PublicKeyParameters.KEY_SIZE))
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        return RawPublicKey.of(Arrays.copyOfRange(encoded, PUBLIC.length, encoded.length));
    }

    private static Ed25519PrivateKeyParameters privateKey(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (isAfter(PRIVATE, encoded, Ed25519PrivateKeyParameters.KEY_SIZE))
            return new Ed25519PrivateKeyParameters(encoded, PRIVATE.length);
        try {
            if (PrivateKeyFactory.createKey(encoded) instanceof Ed25519PrivateKeyParameters own)
                return own;
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        } catch (IOException e) {
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm(), e);
        }
    }

    private static boolean isAfter(byte[] prefix, byte[] encoded, int bytes) {
        return encoded.length == prefix.length + bytes
                && Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length);
    }
}
