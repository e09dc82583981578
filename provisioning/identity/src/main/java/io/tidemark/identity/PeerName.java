package io.tidemark.identity;

import io.tidemark.ledger.NodeName;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** The name a certificate gives its holder. */
public final class PeerName {
    /** uniformResourceIdentifier in a GeneralName (RFC 5280 §4.2.1.6). */
    private static final int URI_NAME = 6;

    private PeerName() {}

    /**
     * The one subject alternative name, which must be a node's URI. The caller must know already
     * that the chain is valid.
     *
     * @throws CertificateException if there is no such name, or any name besides
     */
    public static NodeName of(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = names(certificate);
        if (names.size() != 1)
            throw new CertificateException(
                    "a node's certificate carries one name, this one " + names.size());
        List<?> only = names.iterator().next();
        if (!Integer.valueOf(URI_NAME).equals(only.get(0)))
            throw new CertificateException("the certificate's name is not a URI: " + only.get(1));
        try {
            return NodeName.parse(String.valueOf(only.get(1)));
        } catch (IllegalArgumentException e) {
            throw new CertificateException(
                    "the certificate's name is not a node's: " + only.get(1), e);
        }
    }

    private static Collection<List<?>> names(X509Certificate certificate)
            throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null ? List.of() : names;
    }
}
