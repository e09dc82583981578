package io.tidemark.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The files of an {@code identity} directory: {@code node.p12} (PKCS#12, RFC 7292, as the JDK
 * writes it: PBES2 with AES-256 and HMAC-SHA-256), its checksum in the form of {@code sha256sum},
 * and {@code roster}.
 *
 * <p>The checksum is no protection; it only tells a damaged file from a wrong passphrase, which
 * PKCS#12 cannot.
 */
final class BundleFiles {
    static final String KEYS = "node.p12";
    static final String CHECKSUM = "node.p12.sha256";
    static final String ROSTER = "roster";
    static final String ROSTER_UPDATE = "roster-update";

    private static final String TLS = "tls";
    private static final String SIGNING = "signing";
    private static final String JOURNAL = "journal";
    private static final String ROOT = "root";
    private static final int KEYS_BYTES_MAX = 1 << 20;
    private static final String ADVICE =
            "; put the identity directory back from the authority's output or a backup";

    private final Path directory;

    BundleFiles(Path directory) {
        this.directory = directory;
    }

    void writeKeys(NodeBundle bundle, char[] passphrase) throws IOException {
        byte[] content = pkcs12(bundle, passphrase);
        OwnerOnlyFiles.write(directory.resolve(KEYS), content);
        String checksum = Hash.digest(content).hex() + "  " + KEYS + "\n";
        OwnerOnlyFiles.write(directory.resolve(CHECKSUM), checksum.getBytes(US_ASCII));
    }

    void writeRoster(SignedRoster roster) throws IOException {
        OwnerOnlyFiles.write(directory.resolve(ROSTER), roster.toBytes());
    }

    void writeRosterUpdate(SignedRoster roster) throws IOException {
        OwnerOnlyFiles.write(directory.resolve(ROSTER_UPDATE), roster.toBytes());
    }

    /**
     * Adopts the roster that somebody put beside the node's own, if it is signed by the same root
     * and later. An earlier or the same one changes nothing: a roster never goes back.
     *
     * @throws IdentityDamaged if it is no roster of this organisation
     */
    void adoptRosterUpdate(PublicKey root) {
        if (!Files.exists(file(ROSTER_UPDATE))) return;
        try {
            SignedRoster offered =
                    SignedRoster.parse(content(ROSTER_UPDATE, SignedRoster.BYTES_MAX));
            long version = offered.verified(root).version();
            if (version > roster().verified(root).version()) writeRoster(offered);
        } catch (Malformed e) {
            throw new IdentityDamaged(
                    file(ROSTER_UPDATE)
                            + " is not this organisation's roster: "
                            + e.getMessage()
                            + "; take it away, or put the one there that the authority made",
                    e);
        } catch (IOException e) {
            throw new IdentityDamaged(
                    file(ROSTER) + " cannot be written (" + e + "): check who owns it and the disk",
                    e);
        }
    }

    NodeBundle read(char[] passphrase) {
        KeyStore keys = keys(passphrase);
        try {
            X509Certificate root = (X509Certificate) present(keys.getCertificate(ROOT), ROOT);
            adoptRosterUpdate(root.getPublicKey());
            return new NodeBundle(
                    keyAndChain(keys, TLS, passphrase),
                    keyAndChain(keys, SIGNING, passphrase),
                    (SecretKey) present(keys.getKey(JOURNAL, passphrase), JOURNAL),
                    root,
                    roster());
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new IdentityDamaged(
                    file(KEYS) + " does not hold a node's keys: " + e.getMessage() + ADVICE, e);
        }
    }

    private KeyStore keys(char[] passphrase) {
        byte[] content = content(KEYS, KEYS_BYTES_MAX);
        if (!isAsWritten(content))
            throw new IdentityDamaged(
                    file(KEYS) + " is damaged: it is not what " + CHECKSUM + " says" + ADVICE);
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(content), passphrase);
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new WrongPassphrase(
                    "the passphrase does not open "
                            + file(KEYS)
                            + "; use the one the authority made for this node when it was provisioned",
                    e);
        }
    }

    private boolean isAsWritten(byte[] content) {
        String checksum = new String(content(CHECKSUM, KEYS_BYTES_MAX), US_ASCII);
        return checksum.startsWith(Hash.digest(content).hex());
    }

    SignedRoster roster() {
        byte[] content = content(ROSTER, SignedRoster.BYTES_MAX);
        try {
            return SignedRoster.parse(content);
        } catch (Malformed e) {
            throw new IdentityDamaged(file(ROSTER) + " is damaged: " + e.getMessage() + ADVICE, e);
        }
    }

    private byte[] content(String name, int bytesMax) {
        try {
            if (Files.size(file(name)) > bytesMax)
                throw new IdentityDamaged(
                        file(name) + " is larger than " + bytesMax + " bytes: it is no " + name);
            return Files.readAllBytes(file(name));
        } catch (NoSuchFileException e) {
            throw new IdentityDamaged(
                    file(name)
                            + " is missing: provision the node first, or put its identity directory back"
                            + " from the authority's output",
                    e);
        } catch (IOException e) {
            throw new IdentityDamaged(
                    file(name) + " cannot be read (" + e + "): check who owns it and the disk", e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static <T> T present(@Nullable T found, String alias) {
        if (found == null) throw new IllegalArgumentException("no entry '" + alias + "'");
        return found;
    }

    private static NodeBundle.KeyAndChain keyAndChain(
            KeyStore keys, String alias, char[] passphrase) throws GeneralSecurityException {
        Key key = present(keys.getKey(alias, passphrase), alias);
        List<X509Certificate> chain =
                Arrays.stream(present(keys.getCertificateChain(alias), alias))
                        .map(X509Certificate.class::cast)
                        .toList();
        // The JDK completes a chain with the root when that is in the same file.
        return new NodeBundle.KeyAndChain(
                (PrivateKey) key, chain.subList(0, Math.min(2, chain.size())));
    }

    private static byte[] pkcs12(NodeBundle bundle, char[] passphrase) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, passphrase);
            put(keys, TLS, bundle.tls(), passphrase);
            put(keys, SIGNING, bundle.signing(), passphrase);
            keys.setEntry(
                    JOURNAL,
                    new KeyStore.SecretKeyEntry(bundle.journalKey()),
                    new KeyStore.PasswordProtection(passphrase));
            keys.setCertificateEntry(ROOT, bundle.root());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            keys.store(content, passphrase);
            return content.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK writes PKCS#12 with such keys", e);
        }
    }

    private static void put(
            KeyStore keys, String alias, NodeBundle.KeyAndChain entry, char[] passphrase)
            throws GeneralSecurityException {
        keys.setKeyEntry(alias, entry.key(), passphrase, entry.chain().toArray(Certificate[]::new));
    }
}
