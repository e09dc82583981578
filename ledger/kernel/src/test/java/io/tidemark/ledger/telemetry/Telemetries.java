package io.tidemark.ledger.telemetry;

import java.time.Duration;
import java.time.Instant;

/** Telemetry at hand. */
final class Telemetries {
    static final Software STORE = new Software("0.1.0", "25.0.1", "till-x86-4gb", 4);

    private Telemetries() {}

    static Telemetry full() {
        return new Telemetry(
                Instant.parse("2026-11-21T12:00:00Z"),
                7,
                machine(new Machine.Battery(81, false), 10L << 30),
                STORE,
                new Unmarked(3, Duration.ofMillis(1_500)),
                new ClockOffset(Duration.ofMillis(-250), Duration.ofMillis(12)),
                new Forces(120, 330, 1_400, 9_000));
    }

    static Telemetry bare() {
        return new Telemetry(
                Instant.parse("2026-11-21T12:00:00Z"),
                1,
                new Machine(null, null, new Machine.Memory(1, 2), null, 0, 0, null, Duration.ZERO),
                new Software("", "", "", 0),
                Unmarked.NONE,
                null,
                null);
    }

    static Machine machine(Machine.Battery battery, long diskFree) {
        return new Machine(
                35,
                420,
                new Machine.Memory(40 << 20, 96 << 20),
                110L << 20,
                diskFree,
                16L << 30,
                battery,
                Duration.ofHours(9));
    }
}
