package io.tidemark.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tidemark.ledger.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/**
 * A store's recovery key, which lies in a safe and never on a node. It is an X25519 private key
 * (RFC 7748), which alone opens what was sealed to it; an Ed25519 key (RFC 8032) made from it signs
 * the store's grants where head office cannot. One file, one secret: whoever has the first key has
 * the second, in files written before there was one as well.
 */
public final class RecoveryKey {
    private static final byte[] SIGNING_INFO = "tidemark-recovery-signing".getBytes(US_ASCII);

    private final X25519PrivateKeyParameters key;

    private RecoveryKey(X25519PrivateKeyParameters key) {
        this.key = key;
    }

    public static RecoveryKey generate(SecureRandom random) {
        return new RecoveryKey(new X25519PrivateKeyParameters(random));
    }

    /**
     * @throws WrongPassphrase if the passphrase does not open the file
     */
    public static RecoveryKey read(Path file, char[] passphrase) throws IOException {
        byte[] pkcs8 = ProtectedKey.read(file, passphrase);
        if (PrivateKeyFactory.createKey(pkcs8) instanceof X25519PrivateKeyParameters key)
            return new RecoveryKey(key);
        throw new IdentityDamaged(file + " holds a key, but not a store's recovery key");
    }

    public void write(Path file, char[] passphrase) throws IOException {
        ProtectedKey.write(
                file, PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded(), passphrase);
    }

    public RawPublicKey publicKey() {
        return RawPublicKey.of(key.generatePublicKey().getEncoded());
    }

    /** Signs grants for the store. */
    public Signer signer() {
        return Ed25519.signer(signingKey());
    }

    /** What checks its grants; the roster has it. */
    public RawPublicKey signingPublicKey() {
        return RawPublicKey.of(signingKey().generatePublicKey().getEncoded());
    }

    /** HKDF-SHA256 (RFC 5869), so that neither key tells anything about the other. */
    private Ed25519PrivateKeyParameters signingKey() {
        HKDFBytesGenerator derived = new HKDFBytesGenerator(new SHA256Digest());
        derived.init(new HKDFParameters(key.getEncoded(), null, SIGNING_INFO));
        byte[] seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
        derived.generateBytes(seed, 0, seed.length);
        return new Ed25519PrivateKeyParameters(seed, 0);
    }

    byte[] toBytes() {
        return key.getEncoded();
    }
}
