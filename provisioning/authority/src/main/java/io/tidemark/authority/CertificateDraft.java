package io.tidemark.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate (RFC 5280) that lacks only its issuer. */
final class CertificateDraft {
    /** A till's clock may be behind: a certificate is valid from a day before it was made. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;

    private final X500Name subject;
    private final PublicKey key;
    private final Duration life;
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();

    CertificateDraft(X500Name subject, PublicKey key, Duration life) {
        this.subject = subject;
        this.key = key;
        this.life = life;
    }

    CertificateDraft critical(ASN1ObjectIdentifier extension, ASN1Encodable value) {
        return with(extension, true, value);
    }

    CertificateDraft with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(extension, critical, value);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("an extension cannot be encoded", e);
        }
    }

    X509Certificate selfSigned(PrivateKey own, Instant now) {
        return signed(subject, own, key, now);
    }

    X509Certificate signedBy(CertificateAuthority issuer, Instant now) {
        X500Name name =
                X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
        return signed(name, issuer.key(), issuer.certificate().getPublicKey(), now);
    }

    private X509Certificate signed(
            X500Name issuer, PrivateKey issuerKey, PublicKey issuerPublicKey, Instant now) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            with(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(key));
            with(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(issuerPublicKey));
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(
                            issuer,
                            serial(),
                            Date.from(now.minus(CLOCK_SKEW)),
                            Date.from(now.plus(life)),
                            subject,
                            SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            for (ASN1ObjectIdentifier extension : extensions.generate().getExtensionOIDs())
                builder.addExtension(extensions.getExtension(extension));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(issuerKey)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate cannot be made", e);
        }
    }

    /** Positive, and never the same twice (RFC 5280 §4.1.2.2). */
    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
    }
}
