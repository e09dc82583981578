package io.tidemark.fog.dashboard;

import io.tidemark.fog.dashboard.FleetBoard.Cell;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.fog.telemetry.FleetDevice;
import io.tidemark.identity.Role;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Concern;
import io.tidemark.ledger.telemetry.Forces;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.ledger.telemetry.Unmarked;
import io.tidemark.node.telemetry.Heard;
import io.tidemark.node.telemetry.TelemetryFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what is shown of one device. */
final class FleetRow {
    private static final Duration RECENT = Duration.ofMinutes(30);
    private static final String UNKNOWN = "–";

    private final FleetDevice device;
    private final Set<Concern.Kind> concerns;

    private FleetRow(FleetDevice device) {
        this.device = device;
        this.concerns = device.concerns().stream().map(Concern::kind).collect(Collectors.toSet());
    }

    static FleetBoard.Row of(FleetDevice device, Fleet fleet, StoreView view) {
        FleetRow row = new FleetRow(device);
        return new FleetBoard.Row(
                device.label(),
                row.kind(),
                device.online() && device.concerns().isEmpty(),
                row.state(fleet, view),
                device.concerns().stream().map(Concern::text).toList(),
                device.last().map(heard -> row.cells(heard.telemetry())).orElse(List.of()),
                row.processor());
    }

    private String kind() {
        return device.member().role() == Role.GATEWAY
                ? "this gateway"
                : device.member().role().label() + " · " + device.member().workstation();
    }

    private String state(Fleet fleet, StoreView view) {
        String heard =
                device.last()
                        .map(last -> ", " + FleetBoard.ago(fleet, last))
                        .orElse(", has said nothing of itself yet");
        if (device.isSelf()) return "Running" + heard;
        return (device.online() ? "Online" : "Offline")
                + " since "
                + view.calendar().wallTime(device.sighting().since())
                + heard;
    }

    private TimeChart processor() {
        if (device.recent().isEmpty())
            return TimeChart.of(Measures.PROCESSOR, List.of(), Instant.EPOCH, RECENT);
        Heard last = device.recent().getLast();
        return TimeChart.of(
                Measures.PROCESSOR, device.recent(), last.at().minus(RECENT).plusMillis(1), RECENT);
    }

    List<Cell> cells(Telemetry telemetry) {
        return List.of(
                clock(telemetry),
                unmarked(telemetry.unmarked()),
                processor(telemetry.machine()),
                memory(telemetry.machine()),
                disk(telemetry.machine()),
                battery(telemetry.machine()),
                forces(telemetry),
                masterData(telemetry.software()),
                software(telemetry));
    }

    private Cell clock(Telemetry telemetry) {
        ClockOffset clock = telemetry.clock();
        if (clock == null) return new Cell("Clock", UNKNOWN, "not measured yet", "");
        return new Cell(
                "Clock",
                TelemetryFigures.seconds(clock.ahead()),
                TelemetryFigures.within(clock.error())
                        + (device.isSelf() ? ", to head office's" : ""),
                tone(Concern.Kind.CLOCK));
    }

    private Cell unmarked(Unmarked unmarked) {
        return new Cell(
                "Not marked",
                Shown.count(unmarked.entries()),
                unmarked.entries() == 0
                        ? "nothing waits"
                        : "for " + TelemetryFigures.length(unmarked.oldest()),
                tone(Concern.Kind.UNMARKED));
    }

    private static Cell processor(Machine machine) {
        Integer node = machine.nodeCpu();
        Integer whole = machine.wholeCpu();
        return new Cell(
                "Processor",
                node == null ? UNKNOWN : TelemetryFigures.perMille(node),
                whole == null ? "" : TelemetryFigures.perMille(whole) + " in all",
                "");
    }

    private static Cell memory(Machine machine) {
        Long resident = machine.resident();
        return new Cell(
                "Memory",
                resident == null ? UNKNOWN : TelemetryFigures.bytes(resident),
                "heap "
                        + TelemetryFigures.bytes(machine.memory().heapUsed())
                        + " of "
                        + TelemetryFigures.bytes(machine.memory().heapMax()),
                "");
    }

    private Cell disk(Machine machine) {
        return new Cell(
                "Disk free",
                TelemetryFigures.bytes(machine.diskFree()),
                "of " + TelemetryFigures.bytes(machine.diskTotal()),
                tone(Concern.Kind.DISK));
    }

    private Cell battery(Machine machine) {
        Machine.Battery battery = machine.battery();
        if (battery == null) return new Cell("Battery", UNKNOWN, "none", "");
        return new Cell(
                "Battery",
                battery.percent() + " %",
                battery.charging() ? "charging" : "discharging",
                tone(Concern.Kind.BATTERY));
    }

    private Cell forces(Telemetry telemetry) {
        Forces forces = telemetry.forces();
        if (forces == null) return new Cell("Forces p99", UNKNOWN, "none lately", "");
        return new Cell(
                "Forces p99",
                TelemetryFigures.millisOfMicros(forces.p99()),
                "p50 " + TelemetryFigures.millisOfMicros(forces.p50()),
                tone(Concern.Kind.FORCES));
    }

    private Cell masterData(Software software) {
        return new Cell(
                "Master data",
                software.masterData() == 0 ? "none" : "v" + software.masterData(),
                "",
                tone(Concern.Kind.MASTER_DATA));
    }

    private Cell software(Telemetry telemetry) {
        return new Cell(
                "Software",
                telemetry.software().version(),
                telemetry.software().profile()
                        + ", up "
                        + TelemetryFigures.length(telemetry.machine().uptime()),
                tone(Concern.Kind.VERSION));
    }

    private String tone(Concern.Kind kind) {
        return concerns.contains(kind) ? "warn" : "";
    }
}
