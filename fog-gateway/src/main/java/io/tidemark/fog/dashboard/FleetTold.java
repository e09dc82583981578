package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.telemetry.FleetDevice;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Forces;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.telemetry.Heard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API tells of the fleet, as JSON. Times are the store's, with their offset. */
final class FleetTold {
    private FleetTold() {}

    /** Something a person should see to. */
    @Serdeable
    record ConcernTold(String kind, String text) {}

    /**
     * @param heard when it last said how it is; null where it has not since the gateway started
     * @param lost how many it said that did not come
     */
    @Serdeable
    record Device(
            String device,
            String role,
            String workstation,
            boolean online,
            String since,
            @Nullable String heard,
            long lost,
            List<ConcernTold> concerns,
            @Nullable Said said) {
        static Device of(FleetDevice device, StoreCalendar calendar) {
            return new Device(
                    device.label(),
                    device.member().role().label(),
                    device.member().workstation(),
                    device.online(),
                    calendar.at(device.sighting().since()).toString(),
                    device.last().map(last -> calendar.at(last.at()).toString()).orElse(null),
                    device.lost(),
                    device.concerns().stream()
                            .map(concern -> new ConcernTold(concern.kind().name(), concern.text()))
                            .toList(),
                    device.last().map(last -> Said.of(last, calendar)).orElse(null));
        }
    }

    /**
     * One telemetry.
     *
     * @param at when it came
     * @param clockAheadMillis of the gateway's clock; of the gateway, of head office's
     * @param clockErrorMillis the true offset is no further from it than this
     */
    @Serdeable
    record Said(
            String at,
            @Nullable Integer nodeCpuPerMille,
            @Nullable Integer machineCpuPerMille,
            long heapUsedBytes,
            long heapMaxBytes,
            @Nullable Long residentBytes,
            long diskFreeBytes,
            long diskTotalBytes,
            @Nullable Integer batteryPercent,
            @Nullable Boolean batteryCharging,
            long uptimeSeconds,
            String version,
            String jvm,
            String profile,
            long masterDataVersion,
            long unmarked,
            long oldestUnmarkedMillis,
            @Nullable Long clockAheadMillis,
            @Nullable Long clockErrorMillis,
            @Nullable ForcesTold forces) {
        static Said of(Heard heard, StoreCalendar calendar) {
            Telemetry said = heard.telemetry();
            Machine machine = said.machine();
            Machine.Battery battery = machine.battery();
            ClockOffset clock = said.clock();
            return new Said(
                    calendar.at(heard.at()).toString(),
                    machine.nodeCpu(),
                    machine.wholeCpu(),
                    machine.memory().heapUsed(),
                    machine.memory().heapMax(),
                    machine.resident(),
                    machine.diskFree(),
                    machine.diskTotal(),
                    battery == null ? null : battery.percent(),
                    battery == null ? null : battery.charging(),
                    machine.uptime().toSeconds(),
                    said.software().version(),
                    said.software().jvm(),
                    said.software().profile(),
                    said.software().masterData(),
                    said.unmarked().entries(),
                    said.unmarked().oldest().toMillis(),
                    clock == null ? null : clock.ahead().toMillis(),
                    clock == null ? null : clock.error().toMillis(),
                    ForcesTold.of(said.forces()));
        }
    }

    /** Times in microseconds. */
    @Serdeable
    record ForcesTold(long count, long p50, long p99, long longest) {
        static @Nullable ForcesTold of(@Nullable Forces forces) {
            return forces == null
                    ? null
                    : new ForcesTold(forces.count(), forces.p50(), forces.p99(), forces.longest());
        }
    }
}
