package io.tidemark.fog.broker;

import io.tidemark.ledger.NodeName;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What one broker is to be.
 *
 * @param self the gateway whose store this broker serves
 * @param bindAddress the address to listen at, {@code 0.0.0.0} for the whole store
 * @param port the port to listen at, 0 for any free one
 * @param directory a directory of the broker's own: made at start, removed at the end
 * @param patience how long a publish may wait to be dealt with before its PUBACK says failure
 */
public record BrokerSettings(
        NodeName self, String bindAddress, int port, Path directory, Duration patience) {
    /**
     * The forced append of the largest batch takes a fraction of this on the slowest disk we know.
     */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    public BrokerSettings {
        if (port < 0 || port > 65_535)
            throw new IllegalArgumentException("mqttPort must be 0 to 65535, is " + port);
    }
}
