package io.tidemark.authority;

import io.tidemark.identity.NodeBundle.KeyAndChain;
import io.tidemark.identity.NodeIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * A TLS handshake between two engines of the JDK, their records carried by hand: no socket whose
 * closing could overtake the reason for it.
 */
final class Handshake {
    private static final int ROUNDS_MAX = 100;
    private static final char[] PASSWORD = "in memory".toCharArray();

    /** One side did not want the other. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String by;

        Refused(String by, SSLException cause) {
            super("the " + by + " refused", cause);
            this.by = by;
        }

        String by() {
            return by;
        }
    }

    /** What stands after both sides have finished. */
    record Met(String protocol, X509Certificate clientSeen) {}

    /** An engine and the bytes that are on their way to it. */
    private record Side(String name, SSLEngine engine, ByteBuffer inbox) {}

    private Handshake() {}

    static Met between(SSLContext client, SSLContext server) throws SSLException {
        return between(client, server, "TLSv1.3");
    }

    /** Whoever throws first has refused. */
    static Met between(SSLContext client, SSLContext server, String protocol) throws SSLException {
        Side calling = side("client", client, true, protocol);
        Side listening = side("server", server, false, protocol);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            step(calling, listening);
            step(listening, calling);
            if (isDone(calling) && isDone(listening)) return met(listening.engine());
        }
        throw new IllegalStateException("the handshake does not end");
    }

    /** Shows this key and chain, and trusts whoever is there. */
    static SSLContext context(PrivateKey key, List<X509Certificate> chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("tls", key, PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(store, PASSWORD);
            return context(factory.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext context(KeyAndChain shown) {
        return context(shown.key(), shown.chain());
    }

    static SSLContext trustingAnyone(NodeIdentity identity) {
        return context(identity.tls().keyManager());
    }

    static SSLContext anonymous() {
        return context();
    }

    private static SSLContext context(KeyManager... keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new TrustAnyone()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Side side(String name, SSLContext context, boolean isClient, String protocol) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(isClient);
        if (!isClient) engine.setNeedClientAuth(true);
        engine.setEnabledProtocols(new String[] {protocol});
        ByteBuffer inbox = ByteBuffer.allocate(4 * engine.getSession().getPacketBufferSize());
        return new Side(name, engine, inbox);
    }

    private static boolean isDone(Side side) {
        return side.engine().getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && side.inbox().position() == 0;
    }

    private static Met met(SSLEngine server) throws SSLException {
        return new Met(
                server.getSession().getProtocol(),
                (X509Certificate) server.getSession().getPeerCertificates()[0]);
    }

    private static void step(Side side, Side peer) {
        try {
            runTasks(side.engine());
            read(side);
            runTasks(side.engine());
            write(side, peer);
        } catch (SSLException e) {
            throw new Refused(side.name(), e);
        }
    }

    private static void runTasks(SSLEngine engine) {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) task.run();
    }

    private static void read(Side side) throws SSLException {
        side.inbox().flip();
        int before;
        do {
            before = side.inbox().remaining();
            side.engine().unwrap(side.inbox(), plain(side.engine()));
            runTasks(side.engine());
        } while (side.inbox().hasRemaining() && side.inbox().remaining() < before);
        side.inbox().compact();
    }

    private static void write(Side side, Side peer) throws SSLException {
        if (side.engine().getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) return;
        int before;
        do {
            before = peer.inbox().position();
            side.engine().wrap(ByteBuffer.allocate(0), peer.inbox());
            runTasks(side.engine());
        } while (peer.inbox().position() > before
                && side.engine().getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
    }

    private static ByteBuffer plain(SSLEngine engine) {
        return ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    }
}
