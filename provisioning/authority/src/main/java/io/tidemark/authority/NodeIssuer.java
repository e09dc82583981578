package io.tidemark.authority;

import io.tidemark.identity.Ed25519;
import io.tidemark.identity.NodeBundle;
import io.tidemark.identity.NodeBundle.KeyAndChain;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.identity.SignedRoster;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.NodeName;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.crypto.SecretKey;

/** Makes a node's keys and certificates, and so its line in the roster. */
record NodeIssuer(CertificateIssuer issuer, CertificateAuthority ca) {
    private static final int FIRST_EPOCH = 1;

    /** A node with everything but a roster, which can only be signed when all nodes are known. */
    record Issued(
            Roster.Member member, KeyAndChain tls, KeyAndChain signing, SecretKey journalKey) {
        NodeBundle with(X509Certificate root, SignedRoster roster) {
            return new NodeBundle(tls, signing, journalKey, root, roster);
        }
    }

    Issued issue(NodeName name, Role role, String workstation) {
        return issue(name, role, workstation, FIRST_EPOCH);
    }

    Issued issue(NodeName name, Role role, String workstation, int epoch) {
        KeyPair tls = Keys.p256();
        KeyPair signing = Ed25519.newKeys();
        X509Certificate tlsLeaf = issuer.tlsLeaf(ca, name, role, tls.getPublic());
        X509Certificate signingLeaf = issuer.signingLeaf(ca, name, signing.getPublic());
        Roster.Member member =
                new Roster.Member(
                        name,
                        role,
                        workstation,
                        epoch,
                        Ed25519.raw(signing.getPublic()),
                        fingerprint(tlsLeaf));
        return new Issued(
                member,
                new KeyAndChain(tls.getPrivate(), List.of(tlsLeaf, ca.certificate())),
                new KeyAndChain(signing.getPrivate(), List.of(signingLeaf, ca.certificate())),
                Keys.aes256());
    }

    /** SHA-256 of the whole certificate. */
    static Hash fingerprint(X509Certificate certificate) {
        try {
            return Hash.digest(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate cannot be encoded", e);
        }
    }
}
