package io.tidemark.lab.demo;

import io.tidemark.identity.NodeIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Somebody who calls at a node's listener with a certificate, or none, and believes any server. */
record Caller(Optional<NodeIdentity> identity) {
    private static final int MILLIS_MAX = 10_000;

    /**
     * Connects as this MQTT client. Whether the broker lets it in (CONNACK with reason 0, MQTT 5
     * §3.2).
     */
    boolean isLetIn(int mqttPort, String clientId) {
        byte[] answer = answer(mqttPort, connect(clientId), 4);
        return answer.length == 4 && answer[0] == 0x20 && answer[3] == 0;
    }

    /**
     * Asks head office's listener for master data, as a gateway does. The status, or empty if it
     * hung up.
     */
    String status(int tlsPort) {
        String request =
                "GET /v1/master-data?have=0 HTTP/1.1\r\nHost: head-office\r\nConnection: close\r\n\r\n";
        byte[] answer = answer(tlsPort, request.getBytes(StandardCharsets.US_ASCII), 12);
        return new String(answer, StandardCharsets.US_ASCII).replaceFirst("^HTTP/1.1 ", "");
    }

    private byte[] answer(int port, byte[] question, int length) {
        try (SSLSocket socket = connected(port)) {
            socket.setSoTimeout(MILLIS_MAX);
            socket.startHandshake();
            socket.getOutputStream().write(question);
            socket.getOutputStream().flush();
            return socket.getInputStream().readNBytes(length);
        } catch (IOException hungUp) {
            return new byte[0];
        }
    }

    private SSLSocket connected(int port) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            KeyManager[] keys =
                    identity.map(node -> new KeyManager[] {node.tls().keyManager()})
                            .orElseGet(() -> new KeyManager[0]);
            context.init(keys, new TrustManager[] {new AnyServer()}, new SecureRandom());
            return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] connect(String clientId) {
        byte[] id = clientId.getBytes(StandardCharsets.UTF_8);
        var packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(13 + id.length);
        packet.writeBytes(
                new byte[] {0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 60, 0, 0, (byte) id.length});
        packet.writeBytes(id);
        return packet.toByteArray();
    }

    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
