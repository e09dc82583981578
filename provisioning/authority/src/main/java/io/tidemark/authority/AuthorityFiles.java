package io.tidemark.authority;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tidemark.identity.IdentityDamaged;
import io.tidemark.identity.OwnerOnlyFiles;
import io.tidemark.identity.ProtectedKey;
import io.tidemark.identity.Roster;
import io.tidemark.identity.SignedRoster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The authority's directory.
 *
 * <pre>
 * root.pem           the root of trust
 * root-key.pem       its key, encrypted under the organisation's passphrase
 * stores/STORE.pem   the CA a store's devices were issued by; head office's is one too
 * stores/STORE.DEVICE.EPOCH.pem   the CA of a device that came later
 * roster             everyone, signed by the root
 * lock               held while a store is provisioned
 * </pre>
 *
 * <p>A store CA's key is nowhere: it is forgotten when its devices have been issued. A later device
 * needs the root anyway, for the roster, and gets a CA of its own from it.
 */
final class AuthorityFiles {
    private static final String ROOT = "root.pem";
    private static final String ROOT_KEY = "root-key.pem";
    private static final String ROSTER = "roster";
    private static final String LOCK = "lock";

    private final Path directory;

    AuthorityFiles(Path directory) {
        this.directory = directory;
    }

    void writeRoot(CertificateAuthority root, char[] passphrase) throws IOException {
        OwnerOnlyFiles.createDirectories(directory);
        writeCertificate(directory.resolve(ROOT), root.certificate());
        ProtectedKey.write(directory.resolve(ROOT_KEY), root.key().getEncoded(), passphrase);
    }

    Path storeCa(String store) {
        return directory.resolve("stores").resolve(store + ".pem");
    }

    Path deviceCa(JournalId first) {
        return directory.resolve("stores").resolve(first.label() + ".pem");
    }

    void writeStoreCa(String store, X509Certificate certificate) throws IOException {
        OwnerOnlyFiles.createDirectories(directory.resolve("stores"));
        writeCertificate(storeCa(store), certificate);
    }

    void writeRoster(SignedRoster roster) throws IOException {
        OwnerOnlyFiles.write(directory.resolve(ROSTER), roster.toBytes());
    }

    CertificateAuthority readRoot(char[] passphrase) throws IOException {
        X509Certificate certificate = rootCertificate();
        Path file = directory.resolve(ROOT_KEY);
        try {
            PrivateKey key = Keys.ecPrivateKey(ProtectedKey.read(file, passphrase));
            CertificateAuthority root = new CertificateAuthority(key, certificate);
            root.requireWhole();
            return root;
        } catch (GeneralSecurityException e) {
            throw damaged(file, e);
        }
    }

    X509Certificate rootCertificate() throws IOException {
        Path file = directory.resolve(ROOT);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new ProvisioningRefused(
                    directory
                            + " is no authority: give the directory that `tidemark provision organisation`"
                            + " made",
                    e);
        } catch (CertificateException e) {
            throw damaged(file, e);
        }
    }

    Roster readRoster(X509Certificate root) throws IOException {
        Path file = directory.resolve(ROSTER);
        try {
            return SignedRoster.parse(Files.readAllBytes(file)).verified(root.getPublicKey());
        } catch (Malformed | NoSuchFileException e) {
            throw damaged(file, e);
        }
    }

    /** Keeps other processes, and other threads of this one, from changing the same authority. */
    FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new AuthorityInUse(directory, e);
        }
        channel.close();
        throw new AuthorityInUse(directory, null);
    }

    static void writeCertificate(Path file, X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            pem.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate cannot be encoded", e);
        }
        OwnerOnlyFiles.write(file, text.toString().getBytes(US_ASCII));
    }

    private static IdentityDamaged damaged(Path file, Exception cause) {
        return new IdentityDamaged(
                file + " is damaged: " + cause.getMessage() + "; put it back from its backup",
                cause);
    }
}
