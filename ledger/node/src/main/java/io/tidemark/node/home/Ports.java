package io.tidemark.node.home;

import java.util.OptionalInt;

/** Where a running node listens. */
public record Ports(int http, OptionalInt mqtt, OptionalInt tls) {
    public static Ports http(int port) {
        return new Ports(port, OptionalInt.empty(), OptionalInt.empty());
    }

    public Ports withMqtt(int port) {
        return new Ports(http, OptionalInt.of(port), tls);
    }

    public Ports withTls(int port) {
        return new Ports(http, mqtt, OptionalInt.of(port));
    }

    /** The people's page. */
    public String address() {
        return "http://127.0.0.1:" + http + "/";
    }
}
