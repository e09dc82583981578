package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.identity.TlsStoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A listener that only takes files, such as a broker's, built from them as it would build itself.
 */
class TlsStoreFilesTest {
    @TempDir static Path directory;
    @TempDir Path run;

    private static Shop shop;

    @BeforeAll
    static void provision() throws IOException {
        shop = Shop.in(directory);
    }

    @Test
    void a_listener_built_from_the_files_lets_the_till_in() throws Exception {
        try (TlsStoreFiles files = shop.gateway().tls().writeStores(run)) {
            Handshake.Met met =
                    Handshake.between(
                            shop.till().tls().clientContext(shop.gateway().name()),
                            listener(files));

            assertThat(met.clientSeen()).isEqualTo(shop.till().tls().certificate());
        }
    }

    @Test
    void it_lets_nobody_in_without_a_certificate_of_the_organisation() throws Exception {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC());
        CertificateAuthority stranger =
                issuer.storeCa(issuer.root("lab.example"), "lab.example", "s001");
        NodeIssuer.Issued forged =
                new NodeIssuer(issuer, stranger)
                        .issue(shop.till().name(), shop.till().role(), "T1");

        try (TlsStoreFiles files = shop.gateway().tls().writeStores(run)) {
            SSLContext listener = listener(files);

            assertThatThrownBy(() -> Handshake.between(Handshake.anonymous(), listener))
                    .isInstanceOf(Handshake.Refused.class);
            assertThatThrownBy(() -> Handshake.between(Handshake.context(forged.tls()), listener))
                    .isInstanceOf(Handshake.Refused.class);
        }
    }

    @Test
    void the_files_are_the_owners_alone_and_gone_after_use() throws Exception {
        TlsStoreFiles files = shop.gateway().tls().writeStores(run.resolve("tls"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.resolve("tls"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.keyStore())))
                .isEqualTo("rw-------");

        files.close();

        assertThat(run.resolve("tls")).isEmptyDirectory();
    }

    private static SSLContext listener(TlsStoreFiles files)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(load(files.keyStore(), files), files.password().toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(load(files.trustStore(), files));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /**
     * Asked for as JKS, which is what some listeners insist on; the JDK recognises PKCS#12 by
     * itself.
     */
    private static KeyStore load(Path file, TlsStoreFiles files)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, files.password().toCharArray());
        }
        return store;
    }
}
