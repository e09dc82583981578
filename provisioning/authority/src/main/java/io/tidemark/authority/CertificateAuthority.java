package io.tidemark.authority;

import io.tidemark.identity.SignedRoster;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/**
 * A P-256 key that vouches for others, and its own certificate.
 *
 * @param key never leaves the authority's directory unencrypted
 */
record CertificateAuthority(PrivateKey key, X509Certificate certificate) {
    /** An ECDSA signature over a statement, in the form of {@link SignedRoster}. */
    byte[] sign(byte[] statement) {
        try {
            Signature signing = Signature.getInstance(SignedRoster.ALGORITHM);
            signing.initSign(key);
            signing.update(statement);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with " + SignedRoster.ALGORITHM, e);
        }
    }
}
