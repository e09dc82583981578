package io.tidemark.identity;

import io.tidemark.ledger.NodeName;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A client's trust in the one server it means to reach: its gateway, or head office. */
final class OneServerTrust extends Tls13Trust {
    private final ChainCheck chains;
    private final Roster roster;
    private final NodeName expected;

    OneServerTrust(ChainCheck chains, Roster roster, NodeName expected) {
        super(chains.root());
        this.chains = chains;
        this.roster = roster;
        this.expected = expected;
    }

    @Override
    void checkServer(X509Certificate[] chain) throws CertificateException {
        X509Certificate leaf = chains.check(chain, ChainCheck.SERVER_AUTH);
        NodeName found = PeerName.of(leaf);
        if (!found.equals(expected))
            throw new CertificateException("this is " + found + ", not " + expected);
        switch (roster.recognise(leaf)) {
            case Recognition.Known _ -> {}
            case Recognition.Stranger(String why) -> throw new CertificateException(why);
        }
    }

    @Override
    void checkClient(X509Certificate[] chain) throws CertificateException {
        throw new CertificateException("this is a client; it takes no connections");
    }
}
