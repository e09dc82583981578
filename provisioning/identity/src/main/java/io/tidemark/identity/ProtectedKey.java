package io.tidemark.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A private key that lies still for years under a passphrase a person chose: PKCS#8 in PEM (RFC
 * 7468), encrypted with AES-256 under a key that scrypt (RFC 7914) makes from the passphrase. The
 * cost, 16 MiB five times over for each guess, is one that OWASP's password storage cheat sheet
 * recommends and that stays below the 32 MiB at which {@code openssl pkey} refuses to read a key.
 */
public final class ProtectedKey {
    private static final String LABEL = "ENCRYPTED PRIVATE KEY";
    private static final int SCRYPT_COST = 1 << 14;
    private static final int SCRYPT_BLOCK = 8;
    private static final int SCRYPT_PARALLEL = 5;
    private static final int SALT_BYTES = 16;
    private static final int FILE_BYTES_MAX = 1 << 16;

    private ProtectedKey() {}

    /**
     * @param pkcs8 the key unencrypted (RFC 5208, DER)
     */
    public static void write(Path file, byte[] pkcs8, char[] passphrase) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            pem.writeObject(new PemObject(LABEL, encrypted(pkcs8, passphrase)));
        }
        OwnerOnlyFiles.write(file, text.toString().getBytes(US_ASCII));
    }

    /**
     * The key unencrypted (DER).
     *
     * @throws WrongPassphrase if the passphrase does not open it
     * @throws IdentityDamaged if the file is no such key
     */
    public static byte[] read(Path file, char[] passphrase) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) throw damaged(file, "it is too large");
        try (PemReader pem = new PemReader(new StringReader(Files.readString(file, US_ASCII)))) {
            PemObject found = pem.readPemObject();
            if (found == null || !found.getType().equals(LABEL)) throw damaged(file, "no " + LABEL);
            return decrypted(new PKCS8EncryptedPrivateKeyInfo(found.getContent()), passphrase);
        } catch (PKCSException e) {
            throw new WrongPassphrase(
                    "the passphrase does not open " + file + "; use the one it was written with",
                    e);
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] encrypted(byte[] pkcs8, char[] passphrase) throws IOException {
        ScryptConfig scrypt =
                new ScryptConfig.Builder(SCRYPT_COST, SCRYPT_BLOCK, SCRYPT_PARALLEL)
                        .withSaltLength(SALT_BYTES)
                        .build();
        try {
            return new PKCS8EncryptedPrivateKeyInfoBuilder(PrivateKeyInfo.getInstance(pkcs8))
                    .build(
                            new JcePKCSPBEOutputEncryptorBuilder(
                                            scrypt, NISTObjectIdentifiers.id_aes256_CBC)
                                    .setProvider(bouncyCastle())
                                    .build(passphrase))
                    .getEncoded();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle has scrypt and AES", e);
        }
    }

    private static byte[] decrypted(PKCS8EncryptedPrivateKeyInfo encrypted, char[] passphrase)
            throws PKCSException, IOException {
        return encrypted
                .decryptPrivateKeyInfo(
                        new JcePKCSPBEInputDecryptorProviderBuilder()
                                .setProvider(bouncyCastle())
                                .build(passphrase))
                .getEncoded();
    }

    /** Made where it is needed: it takes long to load, and no node needs it to start. */
    private static Provider bouncyCastle() {
        return new BouncyCastleProvider();
    }

    private static IdentityDamaged damaged(Path file, String why) {
        return new IdentityDamaged(
                file + " is not a protected key (" + why + "); put it back from its backup");
    }
}
