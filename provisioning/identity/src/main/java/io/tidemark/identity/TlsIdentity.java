package io.tidemark.identity;

import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How this node shows itself in TLS 1.3 and whom it trusts there. Every connection is authenticated
 * on both sides; a peer needs a chain to the root, the right purpose, and its own line in the
 * roster.
 */
public final class TlsIdentity {
    /** The only protocol version, for settings that want it named. */
    public static final String PROTOCOL = "TLSv1.3";

    private static final char[] IN_MEMORY_ONLY = new char[0];

    private final NodeBundle bundle;
    private final Roster roster;
    private final ChainCheck chains;

    TlsIdentity(NodeBundle bundle, Roster roster, Clock clock) {
        this.bundle = bundle;
        this.roster = roster;
        this.chains = new ChainCheck(bundle.root(), clock);
    }

    /**
     * For connecting to exactly one server. The name in its certificate takes the place of the host
     * name: whatever address is dialled, only that node is accepted. No endpoint identification
     * algorithm needs to be set, and one that is set changes nothing.
     */
    public SSLContext clientContext(NodeName expectedServer) {
        return context(trustServer(expectedServer));
    }

    /** For listening. The listener must still be told to need client certificates. */
    public SSLContext serverContext() {
        return context(trustClients());
    }

    public X509ExtendedTrustManager trustServer(NodeName expectedServer) {
        return new OneServerTrust(chains, roster, expectedServer);
    }

    public X509ExtendedTrustManager trustClients() {
        return new ClientTrust(chains, roster);
    }

    /** Shows this node's certificate and its store CA's. */
    public X509ExtendedKeyManager keyManager() {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(keyStore(IN_MEMORY_ONLY), IN_MEMORY_ONLY);
            for (KeyManager manager : factory.getKeyManagers())
                if (manager instanceof X509ExtendedKeyManager found) return found;
            throw new IllegalStateException("the JDK has no X.509 key manager");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the TLS key cannot be used: " + e.getMessage(), e);
        }
    }

    /** This node's TLS certificate. */
    public X509Certificate certificate() {
        return bundle.tls().leaf();
    }

    /**
     * Writes a key store and a trust store for a listener that takes nothing but files, under a
     * random password that only this process knows. Such a listener checks chain and purpose alone:
     * ask {@link Roster#recognise} about each client besides.
     */
    public TlsStoreFiles writeStores(Path directory) throws IOException {
        char[] password = TlsStoreFiles.newPassword();
        try {
            return TlsStoreFiles.write(directory, keyStore(password), trustStore(), password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the TLS key cannot be stored: " + e.getMessage(), e);
        }
    }

    private SSLContext context(X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(new KeyManager[] {keyManager()}, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS 1.3", e);
        }
    }

    private KeyStore keyStore(char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        Certificate[] chain = bundle.tls().chain().toArray(Certificate[]::new);
        store.setKeyEntry("tls", bundle.tls().key(), password, chain);
        return store;
    }

    private KeyStore trustStore() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("root", bundle.root());
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
