package io.tidemark.fog.broken;

import java.time.Instant;

/** Breaks the rule that nodes take their clock. */
public record GatewayOfRealTime(Instant at) {
    public static GatewayOfRealTime now() {
        return new GatewayOfRealTime(Instant.now());
    }
}
