package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Telemetry;
import java.time.Instant;

/**
 * A telemetry as it came.
 *
 * @param node whose it is; a label, or a store's and a device's with a slash between
 * @param at when it came, by the clock of whoever heard it
 */
public record Heard(String node, Instant at, Telemetry telemetry) {
    static final int NODE_MAX = 200;
}
