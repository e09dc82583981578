package io.tidemark.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * All that the authority gives a node, as it lies in the node's {@code identity} directory.
 *
 * @param tls P-256; shown in every connection
 * @param signing Ed25519; signs heads, marks and other statements, and is never shown in a
 *     connection
 * @param journalKey AES-256; wraps the data keys of the journal's segments on this disk
 * @param root the root of trust's certificate
 * @param roster whom the node knows
 */
public record NodeBundle(
        KeyAndChain tls,
        KeyAndChain signing,
        SecretKey journalKey,
        X509Certificate root,
        SignedRoster roster) {

    /**
     * @param chain the key's certificate and the store CA's
     */
    public record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {
        public KeyAndChain {
            chain = List.copyOf(chain);
            if (chain.size() != 2)
                throw new IllegalArgumentException("a leaf and its store CA, not " + chain.size());
        }

        public X509Certificate leaf() {
            return chain.getFirst();
        }
    }

    /**
     * Writes it into a directory that only the owner can read. The keys and the root are encrypted
     * and sealed by the passphrase, so nobody without it can put another root of trust in place.
     */
    public void writeTo(Path directory, char[] passphrase) throws IOException {
        OwnerOnlyFiles.createDirectories(directory);
        BundleFiles files = new BundleFiles(directory);
        files.writeKeys(this, passphrase);
        files.writeRoster(roster);
    }

    /** Puts a later roster in the place of the one in a node's identity directory. */
    public static void replaceRoster(Path directory, SignedRoster roster) throws IOException {
        new BundleFiles(directory).writeRoster(roster);
    }

    /**
     * Puts a later roster beside the one in a node's identity directory, which the node adopts when
     * it starts.
     */
    public static void offerRoster(Path directory, SignedRoster roster) throws IOException {
        new BundleFiles(directory).writeRosterUpdate(roster);
    }

    /**
     * The roster in a node's identity directory, not verified yet.
     *
     * @throws IdentityDamaged if there is none
     */
    public static SignedRoster readRoster(Path directory) {
        return new BundleFiles(directory).roster();
    }
}
