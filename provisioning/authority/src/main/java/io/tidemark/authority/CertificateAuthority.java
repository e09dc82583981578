package io.tidemark.authority;

import io.tidemark.identity.Roster;
import io.tidemark.identity.SignedRoster;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/**
 * A P-256 key that vouches for others, and its own certificate.
 *
 * @param key the root's lies in the authority's directory, encrypted; a store CA's is never written
 */
record CertificateAuthority(PrivateKey key, X509Certificate certificate) {
    /** A roster as nodes believe it, if this is the root. */
    SignedRoster signed(Roster roster) {
        byte[] statement = SignedRoster.statement(roster);
        return new SignedRoster(statement, sign(statement));
    }

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

    /**
     * @throws GeneralSecurityException if the key is not the certificate's
     */
    void requireWhole() throws GeneralSecurityException {
        byte[] probe = certificate.getEncoded();
        Signature check = Signature.getInstance(SignedRoster.ALGORITHM);
        check.initVerify(certificate.getPublicKey());
        check.update(probe);
        if (!check.verify(sign(probe)))
            throw new GeneralSecurityException("the key is not that of the certificate beside it");
    }
}
