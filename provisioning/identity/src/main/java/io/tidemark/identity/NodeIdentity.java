package io.tidemark.identity;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.codec.Malformed;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;

/** This node as others know it. Opened once, at start; safe for use by several threads. */
public final class NodeIdentity {
    private final NodeBundle bundle;
    private final Roster roster;
    private final Roster.Member self;
    private final Signer signer;
    private final TlsIdentity tls;

    private NodeIdentity(NodeBundle bundle, Roster roster, Roster.Member self, Clock clock) {
        this.bundle = bundle;
        this.roster = roster;
        this.self = self;
        this.signer = Ed25519.signer(bundle.signing().key());
        this.tls = new TlsIdentity(bundle, roster, clock);
    }

    /**
     * Opens a node's identity directory and checks that all of it belongs together. Certificates
     * that have run out do not hinder it: a till sells on, and only its peers refuse it.
     *
     * @throws WrongPassphrase if the passphrase is not this node's
     * @throws IdentityDamaged if anything is missing, altered or another node's
     */
    public static NodeIdentity open(Path identityDir, char[] passphrase) {
        return open(identityDir, passphrase, Clock.systemUTC());
    }

    /**
     * @param clock tells whether peers' certificates are valid now; never a laboratory clock
     */
    public static NodeIdentity open(Path identityDir, char[] passphrase, Clock clock) {
        NodeBundle bundle = new BundleFiles(identityDir).read(passphrase);
        try {
            Roster roster = bundle.roster().verified(bundle.root().getPublicKey());
            return new NodeIdentity(bundle, roster, self(bundle, roster), clock);
        } catch (Malformed | GeneralSecurityException e) {
            throw new IdentityDamaged(
                    "the identity in "
                            + identityDir
                            + " does not fit together: "
                            + e.getMessage()
                            + "; put the node's identity directory back from the authority's output",
                    e);
        }
    }

    public NodeName name() {
        return self.name();
    }

    public Role role() {
        return self.role();
    }

    /** The till as a place, as receipts name it; of any other node its device label. */
    public String workstation() {
        return self.workstation();
    }

    /** The journal this node writes now. */
    public JournalId journal() {
        return self.journal();
    }

    public Signer signer() {
        return signer;
    }

    /** 32 bytes for AES-256, which wrap the data keys of journal segments on this node's disk. */
    public byte[] journalKey() {
        return bundle.journalKey().getEncoded();
    }

    public Roster roster() {
        return roster;
    }

    public TlsIdentity tls() {
        return tls;
    }

    /** When peers begin to refuse this node, unless it gets a new certificate before. */
    public Instant validUntil() {
        return bundle.tls().chain().stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Roster.Member self(NodeBundle bundle, Roster roster)
            throws GeneralSecurityException {
        X509Certificate shown = bundle.tls().leaf();
        NodeName name = PeerName.of(shown);
        Roster.Member self =
                roster.member(name)
                        .orElseThrow(() -> new CertificateException("the roster has no " + name));
        if (!self.tlsCertificate().equals(Hash.digest(shown.getEncoded())))
            throw new CertificateException("the roster has another TLS certificate of " + name);
        X509Certificate signing = bundle.signing().leaf();
        if (!PeerName.of(signing).equals(name)
                || !self.signingPublicKey().equals(Ed25519.raw(signing.getPublicKey())))
            throw new CertificateException("the roster has another signing key of " + name);
        return self;
    }
}
