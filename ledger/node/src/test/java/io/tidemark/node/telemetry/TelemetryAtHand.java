package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.ledger.telemetry.Unmarked;
import java.time.Duration;
import java.time.Instant;

/** Telemetry that says little. */
final class TelemetryAtHand {
    private TelemetryAtHand() {}

    static Telemetry of(long number, Instant at) {
        return new Telemetry(
                at,
                number,
                new Machine(
                        12,
                        300,
                        new Machine.Memory(1 << 20, 64 << 20),
                        100L << 20,
                        5L << 30,
                        10L << 30,
                        null,
                        Duration.ofMinutes(number)),
                new Software("0.1.0", "25", "till", 3),
                Unmarked.NONE,
                null,
                null);
    }
}
