package io.tidemark.fog.dashboard;

import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.fog.telemetry.FleetDevice;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Concern;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.node.telemetry.Heard;
import io.tidemark.node.telemetry.TelemetryFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The fleet page, in words and figures as they are shown. */
public record FleetBoard(List<Board.Figure> figures, List<Row> rows) {
    /**
     * @param tone {@code warn} where a person should see to it, else nothing
     */
    public record Cell(String label, String value, String note, String tone) {}

    /**
     * @param kind what it is: a till at its workstation, a handheld, the gateway
     * @param well whether it is here, and nobody need see to it
     * @param concerns what to see to
     */
    public record Row(
            String device,
            String kind,
            boolean well,
            String state,
            List<String> concerns,
            List<Cell> cells,
            TimeChart processor) {
        public Row {
            concerns = List.copyOf(concerns);
            cells = List.copyOf(cells);
        }
    }

    static FleetBoard of(Fleet fleet, StoreView view) {
        List<FleetDevice> devices = fleet.devices();
        return new FleetBoard(
                List.of(
                        here(devices),
                        concerns(devices),
                        furthestOff(devices),
                        masterData(devices, fleet.store())),
                devices.stream().map(device -> FleetRow.of(device, fleet, view)).toList());
    }

    private static Board.Figure here(List<FleetDevice> devices) {
        long all = devices.stream().filter(device -> !device.isSelf()).count();
        long online =
                devices.stream().filter(device -> !device.isSelf() && device.online()).count();
        return new Board.Figure(
                "Devices here",
                online + " of " + all,
                online == all ? "all connected" : (all - online) + " away",
                online == all ? "good" : "warn");
    }

    private static Board.Figure concerns(List<FleetDevice> devices) {
        long some = devices.stream().filter(device -> !device.concerns().isEmpty()).count();
        return new Board.Figure(
                "To see to",
                Long.toString(some),
                some == 0 ? "nothing is flagged" : some == 1 ? "device, below" : "devices, below",
                some == 0 ? "good" : "warn");
    }

    private static Board.Figure furthestOff(List<FleetDevice> devices) {
        List<ClockOffset> clocks = new ArrayList<>();
        for (FleetDevice device : devices)
            if (!device.isSelf())
                device.last()
                        .flatMap(heard -> Optional.ofNullable(heard.telemetry().clock()))
                        .ifPresent(clocks::add);
        Optional<ClockOffset> worst =
                clocks.stream().max(Comparator.comparing(clock -> clock.ahead().abs()));
        boolean beyond =
                clocks.stream()
                        .anyMatch(clock -> clock.isBeyond(Concern.CLOCK_AHEAD_OR_BEHIND_MAX));
        return new Board.Figure(
                "Clock furthest off",
                worst.map(clock -> TelemetryFigures.seconds(clock.ahead())).orElse("–"),
                worst.map(clock ->
                                TelemetryFigures.within(clock.error()) + ", against this gateway's")
                        .orElse("none is measured yet"),
                beyond ? "warn" : "");
    }

    private static Board.Figure masterData(List<FleetDevice> devices, Optional<Software> store) {
        long version = store.map(Software::masterData).orElse(0L);
        long all = devices.stream().filter(device -> !device.isSelf()).count();
        long current =
                devices.stream()
                        .filter(device -> !device.isSelf())
                        .flatMap(device -> device.last().stream())
                        .filter(heard -> heard.telemetry().software().masterData() == version)
                        .count();
        return new Board.Figure(
                "Master data",
                version == 0 ? "none" : "v" + version,
                "sold by at " + current + " of " + all + " devices",
                current == all ? "good" : "");
    }

    /** How long ago it was heard. */
    static String ago(Fleet fleet, Heard heard) {
        Duration since = fleet.since(heard);
        return since.compareTo(Fleet.SILENT_MAX) < 0
                ? "heard just now"
                : "heard " + TelemetryFigures.length(since) + " ago";
    }
}
