package io.tidemark.fog.dashboard;

import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.telemetry.TelemetryFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of a telemetry, what is shown as a figure and as a line over time. */
final class Measures {
    private static final double PER_MILLE_IN_PERCENT = 10;
    private static final double MICROS_IN_MILLIS = 1_000;

    static final TimeChart.Measure PROCESSOR =
            new TimeChart.Measure(
                    "Processor, this program", Measures::nodeCpu, TelemetryFigures::percent);

    static final List<TimeChart.Measure> ALL =
            List.of(
                    PROCESSOR,
                    new TimeChart.Measure(
                            "Processor, everything", Measures::wholeCpu, TelemetryFigures::percent),
                    new TimeChart.Measure(
                            "Memory, this program", Measures::resident, TelemetryFigures::bytes),
                    new TimeChart.Measure(
                            "Disk, free",
                            telemetry -> (double) telemetry.machine().diskFree(),
                            TelemetryFigures::bytes),
                    new TimeChart.Measure(
                            "Entries not marked yet",
                            telemetry -> (double) telemetry.unmarked().entries(),
                            entries -> Shown.count((long) entries)),
                    new TimeChart.Measure(
                            "Clock, ahead", Measures::ahead, TelemetryFigures::seconds),
                    new TimeChart.Measure(
                            "Forces, 99 of 100 within", Measures::force, TelemetryFigures::millis),
                    new TimeChart.Measure("Battery", Measures::battery, TelemetryFigures::percent));

    private Measures() {}

    private static @Nullable Double nodeCpu(Telemetry telemetry) {
        Integer cpu = telemetry.machine().nodeCpu();
        return cpu == null ? null : cpu / PER_MILLE_IN_PERCENT;
    }

    private static @Nullable Double wholeCpu(Telemetry telemetry) {
        Integer cpu = telemetry.machine().wholeCpu();
        return cpu == null ? null : cpu / PER_MILLE_IN_PERCENT;
    }

    private static @Nullable Double resident(Telemetry telemetry) {
        Long resident = telemetry.machine().resident();
        return resident == null ? null : resident.doubleValue();
    }

    private static @Nullable Double ahead(Telemetry telemetry) {
        ClockOffset clock = telemetry.clock();
        return clock == null ? null : TelemetryFigures.inSeconds(clock.ahead());
    }

    private static @Nullable Double force(Telemetry telemetry) {
        return telemetry.forces() == null ? null : telemetry.forces().p99() / MICROS_IN_MILLIS;
    }

    private static @Nullable Double battery(Telemetry telemetry) {
        Machine.Battery battery = telemetry.machine().battery();
        return battery == null ? null : (double) battery.percent();
    }
}
