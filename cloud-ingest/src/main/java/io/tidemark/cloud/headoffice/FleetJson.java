package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Forces;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API tells of stores' devices. Ages are in milliseconds, as of the answer. */
final class FleetJson {
    private FleetJson() {}

    /**
     * One store.
     *
     * @param heardMillisAgo when its gateway reported last; null before
     * @param masterDataVersion what the gateway has; null before it has told
     */
    @Serdeable.Serializable
    record StoreTold(
            String store,
            String name,
            @Nullable Long heardMillisAgo,
            boolean silent,
            int devices,
            long online,
            long withConcerns,
            @Nullable Long masterDataVersion,
            long devicesOnMasterData,
            @Nullable String gatewayVersion) {
        static StoreTold of(StoreFleet fleet) {
            Telemetry gateway = fleet.gateway().orElse(null);
            return new StoreTold(
                    fleet.store().store(),
                    fleet.store().name(),
                    fleet.heard().map(Duration::toMillis).orElse(null),
                    fleet.isSilent(),
                    fleet.sellers().size(),
                    fleet.online(),
                    fleet.withConcerns(),
                    gateway == null ? null : gateway.software().masterData(),
                    gateway == null ? 0 : fleet.onMasterData(gateway.software().masterData()),
                    gateway == null ? null : gateway.software().version());
        }
    }

    /** Something a person should see to. */
    @Serdeable.Serializable
    record ConcernTold(String kind, String text) {}

    /** One device; what it said is null where it has not since its gateway started. */
    @Serdeable.Serializable
    record DeviceTold(
            String device,
            boolean online,
            @Nullable Long saidMillisAgo,
            long lost,
            List<ConcernTold> concerns,
            @Nullable Said said) {
        static DeviceTold of(StoreFleet.Device device) {
            return new DeviceTold(
                    device.told().device(),
                    device.told().online(),
                    device.said().map(Duration::toMillis).orElse(null),
                    device.told().lost(),
                    device.concerns().stream()
                            .map(concern -> new ConcernTold(concern.kind().name(), concern.text()))
                            .toList(),
                    device.last().map(Said::of).orElse(null));
        }
    }

    /**
     * One telemetry.
     *
     * @param clockAheadMillis of its receiver's clock; the true offset is no further from it than
     *     {@code clockErrorMillis}
     * @param forceP99Micros null where nothing was forced
     */
    @Serdeable.Serializable
    record Said(
            String version,
            String profile,
            long masterDataVersion,
            long unmarked,
            long oldestUnmarkedMillis,
            @Nullable Integer nodeCpuPerMille,
            @Nullable Long residentBytes,
            long diskFreeBytes,
            @Nullable Integer batteryPercent,
            @Nullable Long clockAheadMillis,
            @Nullable Long clockErrorMillis,
            @Nullable Long forceP50Micros,
            @Nullable Long forceP99Micros,
            long uptimeSeconds) {
        static Said of(Telemetry said) {
            Machine.Battery battery = said.machine().battery();
            ClockOffset clock = said.clock();
            Forces forces = said.forces();
            return new Said(
                    said.software().version(),
                    said.software().profile(),
                    said.software().masterData(),
                    said.unmarked().entries(),
                    said.unmarked().oldest().toMillis(),
                    said.machine().nodeCpu(),
                    said.machine().resident(),
                    said.machine().diskFree(),
                    battery == null ? null : battery.percent(),
                    clock == null ? null : clock.ahead().toMillis(),
                    clock == null ? null : clock.error().toMillis(),
                    forces == null ? null : forces.p50(),
                    forces == null ? null : forces.p99(),
                    said.machine().uptime().toSeconds());
        }
    }
}
