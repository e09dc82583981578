package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.cloud.telemetry.StoreFleets;
import io.tidemark.node.web.Refusal;
import java.time.Duration;
import java.util.List;

/** How stores' devices are, for programs of this machine. */
@Controller("/api/v1/fleet")
final class FleetController {
    private static final int ROWS_MAX = 50_000;
    private static final int HOURS_MAX = 400 * 24;

    private final StoreFleets fleets;

    FleetController(StoreFleets fleets) {
        this.fleets = fleets;
    }

    /** Every store of the roster, in short. */
    @Get
    List<FleetJson.StoreTold> stores() {
        return fleets.stores().stream().map(FleetJson.StoreTold::of).toList();
    }

    /** One store's devices, its gateway first. */
    @Get("/{store}")
    List<FleetJson.DeviceTold> store(String store) {
        return known(store).devices().stream().map(FleetJson.DeviceTold::of).toList();
    }

    /** What one device has said, oldest first, one in a quarter of an hour. */
    @Get("/{store}/{device}")
    List<FleetJson.Said> history(
            String store, String device, @QueryValue(defaultValue = "24") int hours) {
        if (hours < 1 || hours > HOURS_MAX)
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "hours is " + hours + ": ask for 1 to " + HOURS_MAX);
        known(store);
        if (!fleets.isDevice(store, device))
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "store "
                            + store
                            + " has no device '"
                            + device
                            + "': see /api/v1/fleet/"
                            + store);
        return fleets.history(store, device, Duration.ofHours(hours), ROWS_MAX).stream()
                .map(heard -> FleetJson.Said.of(heard.telemetry()))
                .toList();
    }

    private StoreFleet known(String store) {
        return fleets.store(store)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "there is no store '"
                                        + store
                                        + "' in the roster: see /api/v1/fleet"));
    }
}
