package io.tidemark.cloud.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import io.tidemark.node.home.Ports;
import io.tidemark.node.web.LoopbackServer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/**
 * The server's settings: one listener for peers (TLS, HTTP/2), one for people (loopback, plain).
 * Port 0 takes any free port.
 */
public record TwoListeners(String peersHost, int peersPort, int peoplePort) {
    /**
     * Bytes of one request: the largest sealed segment. Each route has its own, smaller limit
     * beside.
     */
    static final long REQUEST_BYTES_MAX = SealedArchive.SEGMENT_BYTES_MAX;

    /** Bytes of a catalogue in JSON: 200,000 products of about 300 bytes. */
    private static final int CATALOGUE_BYTES_MAX = 64 << 20;

    private static final String PEERS = "peers";
    private static final String PEOPLE = "people";
    private static final String LISTENER = "micronaut.server.netty.listeners.";

    public Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("micronaut.application.name", "tidemark-head-office"),
                Map.entry(LoopbackServer.API, "head-office"),
                Map.entry("micronaut.server.http-version", "2.0"),
                Map.entry("micronaut.server.max-request-size", REQUEST_BYTES_MAX),
                Map.entry("micronaut.server.max-request-buffer-size", CATALOGUE_BYTES_MAX),
                Map.entry("micronaut.server.idle-timeout", "2m"),
                Map.entry(
                        "micronaut.server.netty.max-h2c-upgrade-request-size", CATALOGUE_BYTES_MAX),
                Map.entry("micronaut.server.ssl.enabled", true),
                Map.entry(LISTENER + PEERS + ".host", peersHost),
                Map.entry(LISTENER + PEERS + ".port", peersPort),
                Map.entry(LISTENER + PEERS + ".ssl", true),
                Map.entry(LISTENER + PEOPLE + ".host", "127.0.0.1"),
                Map.entry(LISTENER + PEOPLE + ".port", peoplePort));
    }

    /** Where the listeners of a running server are, for the ports that were chosen freely. */
    public static Ports ports(ApplicationContext server) {
        Iterator<Integer> bound =
                server.getBean(NettyEmbeddedServer.class).getBoundPorts().iterator();
        Map<Boolean, Integer> byTls = new HashMap<>();
        for (NettyListenerConfiguration listener :
                Objects.requireNonNull(
                        server.getBean(NettyHttpServerConfiguration.class).getListeners()))
            byTls.put(listener.isSsl(), bound.next());
        return Ports.http(Objects.requireNonNull(byTls.get(false)))
                .withTls(Objects.requireNonNull(byTls.get(true)));
    }
}
