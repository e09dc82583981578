package io.tidemark.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts a peer only within a TLS 1.3 handshake. As an extended trust manager it has the last word:
 * JSSE adds no check of its own, so the host name is never compared; the name in the certificate
 * is.
 */
abstract sealed class Tls13Trust extends X509ExtendedTrustManager
        permits OneServerTrust, ClientTrust {
    private static final String TLS_1_3 = "TLSv1.3";

    private final X509Certificate root;

    Tls13Trust(X509Certificate root) {
        this.root = root;
    }

    abstract void checkServer(X509Certificate[] chain) throws CertificateException;

    abstract void checkClient(X509Certificate[] chain) throws CertificateException;

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        requireTls13(engine.getHandshakeSession());
        checkServer(chain);
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        requireTls13(sessionOf(socket));
        checkServer(chain);
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        requireTls13(engine.getHandshakeSession());
        checkClient(chain);
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        requireTls13(sessionOf(socket));
        checkClient(chain);
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        requireTls13(null);
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        requireTls13(null);
    }

    @Override
    public final X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {root};
    }

    private static @Nullable SSLSession sessionOf(Socket socket) {
        return socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null;
    }

    private static void requireTls13(@Nullable SSLSession handshake) throws CertificateException {
        String protocol = handshake == null ? "an unknown protocol" : handshake.getProtocol();
        if (!TLS_1_3.equals(protocol))
            throw new CertificateException("only TLS 1.3 is spoken here, not " + protocol);
    }
}
