package io.tidemark.fog.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that makes any certificate asked for, right or wrong. */
final class LaboratoryAuthority {
    private static final char[] PASSWORD = "laboratory".toCharArray();

    private final KeyPair keys = newKeys();
    private final X500Name name;
    private final X509Certificate certificate;

    LaboratoryAuthority(String name) throws GeneralSecurityException, IOException {
        this.name = new X500Name("CN=" + name);
        X509v3CertificateBuilder builder = builder(this.name, keys);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        this.certificate = signed(builder);
    }

    KeyStore trust() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("ca", certificate);
        return store;
    }

    BrokerKeys server(String uri) throws GeneralSecurityException, IOException {
        KeyStore keys = leaf(uri, KeyPurposeId.id_kp_serverAuth);
        KeyStore trusted = trust();
        return directory ->
                new BrokerKeys.Stores(
                        stored(keys, directory.resolve("keys.p12")),
                        stored(trusted, directory.resolve("trusted.p12")),
                        new String(PASSWORD));
    }

    /** What a client with such a certificate speaks TLS with. */
    SSLContext client(String uri) throws GeneralSecurityException, IOException {
        return context(leaf(uri, KeyPurposeId.id_kp_clientAuth), trust());
    }

    /** A client that trusts this authority and shows no certificate. */
    SSLContext nobody() throws GeneralSecurityException, IOException {
        return context(emptyStore(), trust());
    }

    /** A client with a certificate of this authority that trusts another's server. */
    SSLContext clientOf(LaboratoryAuthority server, String uri)
            throws GeneralSecurityException, IOException {
        return context(leaf(uri, KeyPurposeId.id_kp_clientAuth), server.trust());
    }

    private KeyStore leaf(String uri, KeyPurposeId purpose)
            throws GeneralSecurityException, IOException {
        KeyPair pair = newKeys();
        X509v3CertificateBuilder builder = builder(new X500Name("CN=leaf"), pair);
        builder.addExtension(
                Extension.subjectAlternativeName,
                true,
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "leaf",
                pair.getPrivate(),
                PASSWORD,
                new X509Certificate[] {signed(builder), certificate});
        return store;
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair pair) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(1, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
    }

    private X509Certificate signed(X509v3CertificateBuilder builder)
            throws GeneralSecurityException, IOException {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the laboratory cannot sign", e);
        }
    }

    private static SSLContext context(KeyStore own, KeyStore trusted)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keyManagers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(own, PASSWORD);
        TrustManagerFactory trustManagers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static Path stored(KeyStore store, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
            return file;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
