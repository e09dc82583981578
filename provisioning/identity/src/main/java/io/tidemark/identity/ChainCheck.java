package io.tidemark.identity;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Checks a chain as a peer shows it: leaf, store CA, and the root or not. The JDK's PKIX validator
 * (RFC 5280 §6) checks signatures, dates, path lengths and name constraints; what it leaves to
 * applications, the leaf's purpose, is checked here.
 */
final class ChainCheck {
    /** id-kp-serverAuth and id-kp-clientAuth (RFC 5280 §4.2.1.12). */
    static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    private static final int LEAF_AND_CA = 2;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NOT_A_CA = -1;

    private final X509Certificate root;
    private final Clock clock;

    ChainCheck(X509Certificate root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    X509Certificate root() {
        return root;
    }

    /** The leaf, if the root stands behind it for this purpose now. */
    X509Certificate check(X509Certificate[] shown, String purpose) throws CertificateException {
        List<X509Certificate> path = withoutRoot(List.of(shown));
        if (path.size() != LEAF_AND_CA)
            throw new CertificateException(
                    "a node shows its certificate and its store CA's, not " + shown.length);
        X509Certificate leaf = path.getFirst();
        requirePath(path);
        requirePurpose(leaf, purpose);
        return leaf;
    }

    private List<X509Certificate> withoutRoot(List<X509Certificate> shown) {
        boolean endsInRoot = !shown.isEmpty() && shown.getLast().equals(root);
        return endsInRoot ? shown.subList(0, shown.size() - 1) : shown;
    }

    private void requirePath(List<X509Certificate> path) throws CertificateException {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false); // a node is revoked by leaving the roster
            parameters.setDate(Date.from(clock.instant()));
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            CertPathValidator.getInstance("PKIX")
                    .validate(factory.generateCertPath(path), parameters);
        } catch (CertPathValidatorException e) {
            throw new CertificateException("the chain does not hold: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the chain cannot be checked: " + e.getMessage(), e);
        }
    }

    private static void requirePurpose(X509Certificate leaf, String purpose)
            throws CertificateException {
        PublicKey key = leaf.getPublicKey();
        if (!(key instanceof ECPublicKey))
            throw new CertificateException("a TLS key is P-256, not " + key.getAlgorithm());
        boolean[] usage = leaf.getKeyUsage();
        if (leaf.getBasicConstraints() != NOT_A_CA || usage == null || !usage[DIGITAL_SIGNATURE])
            throw new CertificateException("the certificate is not one of a node");
        List<String> purposes = leaf.getExtendedKeyUsage();
        if (purposes == null || !purposes.contains(purpose))
            throw new CertificateException(
                    purpose.equals(SERVER_AUTH)
                            ? "the certificate is not one for a server"
                            : "the certificate is not one for a client");
    }
}
