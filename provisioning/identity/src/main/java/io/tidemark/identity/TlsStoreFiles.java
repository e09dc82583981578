package io.tidemark.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A key store and a trust store on disk (PKCS#12) for as long as a listener needs them. Closing
 * removes them. Those a killed process left behind are of no use to anyone, as their password died
 * with it; the next start writes over them.
 */
public final class TlsStoreFiles implements AutoCloseable {
    private static final String KEY_STORE = "tls-keys.p12";
    private static final String TRUST_STORE = "tls-trust.p12";

    private final Path keyStore;
    private final Path trustStore;
    private final char[] password;

    private TlsStoreFiles(Path directory, char[] password) {
        this.keyStore = directory.resolve(KEY_STORE);
        this.trustStore = directory.resolve(TRUST_STORE);
        this.password = password.clone();
    }

    static char[] newPassword() {
        return Passphrase.random(new SecureRandom());
    }

    static TlsStoreFiles write(Path directory, KeyStore keys, KeyStore trust, char[] password)
            throws GeneralSecurityException, IOException {
        OwnerOnlyFiles.createDirectories(directory);
        TlsStoreFiles files = new TlsStoreFiles(directory, password);
        OwnerOnlyFiles.write(files.keyStore, content(keys, password));
        OwnerOnlyFiles.write(files.trustStore, content(trust, password));
        return files;
    }

    public Path keyStore() {
        return keyStore;
    }

    public Path trustStore() {
        return trustStore;
    }

    /** Of both stores and of the key within. */
    public String password() {
        return new String(password);
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(password, '\0');
        Files.deleteIfExists(keyStore);
        Files.deleteIfExists(trustStore);
    }

    private static byte[] content(KeyStore store, char[] password)
            throws GeneralSecurityException, IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, password);
        return content.toByteArray();
    }
}
