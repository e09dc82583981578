package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.fog.telemetry.FleetDevice;
import io.tidemark.node.telemetry.Heard;
import io.tidemark.node.telemetry.KeepingRule;
import io.tidemark.node.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How the store's devices are, for programs of this machine. */
@Controller("/api/v1/fleet")
final class FleetApi {
    /** Of one device at a time: a day of every ten seconds, and a year of every five minutes. */
    static final int ROWS_MAX = 130_000;

    private static final int HOURS_MAX = KeepingRule.DAYS_MAX * 24;

    private final Fleet fleet;
    private final StoreView view;

    FleetApi(Fleet fleet, StoreView view) {
        this.fleet = fleet;
        this.view = view;
    }

    /** Every device of the roster, the gateway first, with what it said last. */
    @Get
    List<FleetTold.Device> devices() {
        return fleet.devices().stream()
                .map(device -> FleetTold.Device.of(device, view.calendar()))
                .toList();
    }

    /** What one device has said, oldest first; beyond the last day, one in five minutes. */
    @Get("/{label}")
    List<FleetTold.Said> history(
            @PathVariable String label, @QueryValue(defaultValue = "24") int hours) {
        FleetDevice device =
                fleet.device(label)
                        .orElseThrow(() ->
                                new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "there is no device " + label + " in this store"));
        return fleet.history(device.label(), length(hours), ROWS_MAX).stream()
                .map(heard -> FleetTold.Said.of(heard, view.calendar()))
                .toList();
    }

    static Duration length(int hours) {
        if (hours < 1 || hours > HOURS_MAX)
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "hours is " + hours + ": ask for 1 to " + HOURS_MAX);
        return Duration.ofHours(hours);
    }

    static List<TimeChart> charts(List<Heard> heard, Fleet fleet, Duration length) {
        if (heard.isEmpty()) return List.of();
        Instant from = heard.getLast().at().plus(fleet.since(heard.getLast())).minus(length);
        return Measures.ALL.stream()
                .map(measure -> TimeChart.of(measure, heard, from, length))
                .filter(chart -> !chart.isEmpty())
                .toList();
    }
}
