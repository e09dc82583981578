package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Forces;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.telemetry.TelemetryFigures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of devices as the fleet's pages show them. */
public final class FleetWords {
    private static final String DASH = "\u2013";

    private FleetWords() {}

    public static String heard(StoreFleet fleet) {
        return fleet.heard()
                .map(ago -> TelemetryFigures.length(ago) + " ago")
                .orElse("not since the start");
    }

    public static String clock(Optional<ClockOffset> clock) {
        return clock.map(FleetWords::clock).orElse(DASH);
    }

    public static String clock(Telemetry said) {
        return clock(Optional.ofNullable(said.clock()));
    }

    private static String clock(ClockOffset clock) {
        return TelemetryFigures.seconds(clock.ahead())
                + " "
                + TelemetryFigures.within(clock.error());
    }

    public static String unmarked(Telemetry said) {
        return said.unmarked().entries() == 0
                ? "0"
                : Shown.count(said.unmarked().entries())
                        + ", for "
                        + TelemetryFigures.length(said.unmarked().oldest());
    }

    public static String processor(Telemetry said) {
        @Nullable Integer cpu = said.machine().nodeCpu();
        return cpu == null ? DASH : TelemetryFigures.perMille(cpu);
    }

    public static String memory(Telemetry said) {
        @Nullable Long resident = said.machine().resident();
        return resident == null ? DASH : TelemetryFigures.bytes(resident);
    }

    public static String battery(Telemetry said) {
        Machine.Battery battery = said.machine().battery();
        return battery == null
                ? DASH
                : battery.percent() + " %" + (battery.charging() ? ", charging" : "");
    }

    public static String forces(Telemetry said) {
        Forces forces = said.forces();
        return forces == null ? DASH : TelemetryFigures.millisOfMicros(forces.p99());
    }

    public static String masterData(Telemetry said) {
        return said.software().masterData() == 0 ? "none" : "v" + said.software().masterData();
    }
}
