package io.tidemark.authority;

import io.tidemark.identity.Role;
import io.tidemark.ledger.NodeName;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * Issues the four kinds of certificate an organisation has: root of trust, store CA, and a device's
 * leaves for TLS and for signing. Directory names are built from the domain's labels (RFC 2247).
 */
final class CertificateIssuer {
    static final Duration ROOT_LIFE = Duration.ofDays(30 * 365);
    static final Duration STORE_CA_LIFE = Duration.ofDays(15 * 365);
    static final Duration LEAF_LIFE = Duration.ofDays(5 * 365);

    private static final int CAS_BELOW_ROOT = 1;
    private static final int CAS_BELOW_STORE_CA = 0;

    private final Clock clock;

    CertificateIssuer(Clock clock) {
        this.clock = clock;
    }

    CertificateAuthority root(String domain) {
        KeyPair pair = Keys.p256();
        X500Name subject = organisation(domain).addRDN(BCStyle.CN, "root of trust").build();
        CertificateDraft draft = new CertificateDraft(subject, pair.getPublic(), ROOT_LIFE);
        asCa(draft, CAS_BELOW_ROOT);
        return new CertificateAuthority(
                pair.getPrivate(), draft.selfSigned(pair.getPrivate(), clock.instant()));
    }

    /** A CA that is good for nothing outside its store's host and directory name. */
    CertificateAuthority storeCa(CertificateAuthority root, String domain, String store) {
        KeyPair pair = Keys.p256();
        X500Name subject = store(domain, store).addRDN(BCStyle.CN, "store CA").build();
        CertificateDraft draft = new CertificateDraft(subject, pair.getPublic(), STORE_CA_LIFE);
        asCa(draft, CAS_BELOW_STORE_CA);
        draft.critical(Extension.nameConstraints, onlyWithin(domain, store));
        return new CertificateAuthority(pair.getPrivate(), draft.signedBy(root, clock.instant()));
    }

    /**
     * A leaf for connections: every node is a client, a gateway and head office are servers too.
     */
    X509Certificate tlsLeaf(CertificateAuthority ca, NodeName node, Role role, PublicKey key) {
        List<KeyPurposeId> purposes =
                role.isServer()
                        ? List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth)
                        : List.of(KeyPurposeId.id_kp_clientAuth);
        return leaf(ca, node, key, purposes);
    }

    /**
     * A leaf for signing statements. Its one purpose is document signing (RFC 9336), because a
     * certificate without any purpose would pass for TLS.
     */
    X509Certificate signingLeaf(CertificateAuthority ca, NodeName node, PublicKey key) {
        return leaf(ca, node, key, List.of(KeyPurposeId.id_kp_documentSigning));
    }

    private X509Certificate leaf(
            CertificateAuthority ca, NodeName node, PublicKey key, List<KeyPurposeId> purposes) {
        // Not a common name: the JDK would take it for a host name and hold the DNS constraint to
        // it.
        X500Name subject =
                store(node.organisation(), node.store()).addRDN(BCStyle.UID, node.device()).build();
        GeneralName uri = new GeneralName(GeneralName.uniformResourceIdentifier, node.uri());
        return new CertificateDraft(subject, key, LEAF_LIFE)
                .critical(Extension.basicConstraints, new BasicConstraints(false))
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature))
                .critical(
                        Extension.extendedKeyUsage,
                        new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)))
                .with(Extension.subjectAlternativeName, false, new GeneralNames(uri))
                .signedBy(ca, clock.instant());
    }

    private static void asCa(CertificateDraft draft, int casBelow) {
        draft.critical(Extension.basicConstraints, new BasicConstraints(casBelow))
                .critical(
                        Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static NameConstraints onlyWithin(String domain, String store) {
        String host = store + "." + domain;
        GeneralSubtree[] permitted = {
            new GeneralSubtree(new GeneralName(GeneralName.uniformResourceIdentifier, host)),
            new GeneralSubtree(new GeneralName(GeneralName.dNSName, host)),
            new GeneralSubtree(new GeneralName(store(domain, store).build()))
        };
        return new NameConstraints(permitted, null);
    }

    private static X500NameBuilder store(String domain, String store) {
        return organisation(domain).addRDN(BCStyle.OU, store);
    }

    private static X500NameBuilder organisation(String domain) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        for (String label : List.of(domain.split("\\.")).reversed()) name.addRDN(BCStyle.DC, label);
        return name;
    }
}
