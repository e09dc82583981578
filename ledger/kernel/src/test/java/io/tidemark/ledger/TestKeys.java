package io.tidemark.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** Real Ed25519 keys out of one byte, so that golden signatures are the same on every machine. */
public final class TestKeys {
    private final PrivateKey secret;
    private final PublicKey open;

    private TestKeys(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    public static TestKeys of(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        try {
            PrivateKey secret =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes));
            return new TestKeys(secret, publicOf(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Signer signer() {
        return statement -> {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(secret);
                signature.update(statement);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    public Verifier verifier() {
        return (statement, bytes) -> {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(open);
                signature.update(statement);
                return signature.verify(bytes);
            } catch (GeneralSecurityException e) {
                return false;
            }
        };
    }

    /**
     * The JDK derives a public key only while it generates one: so let it "generate" out of these
     * bytes.
     */
    private static PublicKey publicOf(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(
                NamedParameterSpec.ED25519,
                new SecureRandom() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void nextBytes(byte[] bytes) {
                        System.arraycopy(seed, 0, bytes, 0, bytes.length);
                    }
                });
        KeyPair pair = generator.generateKeyPair();
        return pair.getPublic();
    }
}
