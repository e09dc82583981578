package io.tidemark.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/**
 * A store's X25519 private key (RFC 7748), which alone opens what was sealed to it. It lies in a
 * safe, never on a node.
 */
public final class RecoveryKey {
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

    byte[] toBytes() {
        return key.getEncoded();
    }
}
