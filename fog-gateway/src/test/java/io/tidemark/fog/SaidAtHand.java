package io.tidemark.fog;

import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Forces;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.ledger.telemetry.Unmarked;
import java.time.Duration;
import java.time.Instant;

/** What devices say of themselves in tests. */
public final class SaidAtHand {
    private static final Instant SIX = Instant.parse("2026-11-20T18:00:00Z");

    private SaidAtHand() {}

    /** All is well. */
    public static Telemetry well(long number) {
        return of(number, 81, Duration.ZERO);
    }

    public static Telemetry of(long number, int battery, Duration ahead) {
        return new Telemetry(
                SIX,
                number,
                new Machine(
                        35,
                        420,
                        new Machine.Memory(40 << 20, 96 << 20),
                        110L << 20,
                        10L << 30,
                        16L << 30,
                        new Machine.Battery(battery, false),
                        Duration.ofHours(9)),
                new Software("(not packaged)", "25.0.1", "till-2gb", 0),
                Unmarked.NONE,
                new ClockOffset(ahead, Duration.ofMillis(12)),
                new Forces(120, 330, 1_400, 9_000));
    }
}
