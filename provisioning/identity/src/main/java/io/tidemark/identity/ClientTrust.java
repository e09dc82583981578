package io.tidemark.identity;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/**
 * A server's trust in the organisation's nodes as clients: a valid certificate that is in the
 * roster.
 */
final class ClientTrust extends Tls13Trust {
    private final ChainCheck chains;
    private final Roster roster;

    ClientTrust(ChainCheck chains, Roster roster) {
        super(chains.root());
        this.chains = chains;
        this.roster = roster;
    }

    @Override
    void checkClient(X509Certificate[] chain) throws CertificateException {
        X509Certificate leaf = chains.check(chain, ChainCheck.CLIENT_AUTH);
        switch (roster.recognise(leaf)) {
            case Recognition.Known _ -> {}
            case Recognition.Stranger(String why) -> throw new CertificateException(why);
        }
    }

    @Override
    void checkServer(X509Certificate[] chain) throws CertificateException {
        throw new CertificateException("this is a server; it makes no connections");
    }
}
