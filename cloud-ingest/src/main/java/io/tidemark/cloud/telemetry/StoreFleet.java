package io.tidemark.cloud.telemetry;

import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.Concern;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one store's devices.
 *
 * @param heard how long ago its gateway reported last; empty where it has not since head office
 *     started
 * @param devices the gateway first
 * @param differing close-downs that its gateway computed again and did not bear out
 */
public record StoreFleet(
        StoreFacts store,
        Optional<Duration> heard,
        List<Device> devices,
        List<FleetReport.Differing> differing) {
    /** A gateway reports every half minute: one that misses several is told of. */
    public static final Duration SILENT_MAX = Duration.ofMinutes(3);

    private static final String GATEWAY = "gateway";

    /**
     * One device.
     *
     * @param said how long ago it said how it is; empty where it has not since its gateway started
     */
    public record Device(FleetReport.Device told, Optional<Duration> said, List<Concern> concerns) {
        public Device {
            concerns = List.copyOf(concerns);
        }

        public boolean isGateway() {
            return told.device().equals(GATEWAY);
        }

        public Optional<Telemetry> last() {
            return Optional.ofNullable(told.last());
        }
    }

    public StoreFleet {
        devices = List.copyOf(devices);
        differing = List.copyOf(differing);
    }

    static StoreFleet unheard(StoreFacts store) {
        return new StoreFleet(store, Optional.empty(), List.of(), List.of());
    }

    /**
     * @param ago when it came
     */
    static StoreFleet of(StoreFacts store, FleetReport report, Duration ago) {
        Optional<Software> gateway =
                report.devices().stream()
                        .filter(device -> device.device().equals(GATEWAY))
                        .flatMap(device -> Optional.ofNullable(device.last()).stream())
                        .map(Telemetry::software)
                        .findFirst();
        return new StoreFleet(
                store,
                Optional.of(ago),
                report.devices().stream()
                        .map(device -> device(device, report, ago, gateway))
                        .sorted(
                                Comparator.comparing((Device device) -> !device.isGateway())
                                        .thenComparing(device -> device.told().device()))
                        .toList(),
                report.differing());
    }

    private static Device device(
            FleetReport.Device told, FleetReport report, Duration ago, Optional<Software> store) {
        Optional<Duration> said =
                Optional.ofNullable(told.heard())
                        .map(heard -> Duration.between(heard, report.at()))
                        .filter(length -> !length.isNegative())
                        .map(ago::plus);
        List<Concern> concerns = new ArrayList<>();
        said.filter(since -> told.online() && since.compareTo(SILENT_MAX) > 0)
                .map(Concern::silent)
                .ifPresent(concerns::add);
        if (told.last() != null)
            concerns.addAll(Concern.of(told.last(), store.orElse(told.last().software())));
        return new Device(told, said, concerns);
    }

    /** The label under which its telemetry is kept. */
    static String node(NodeName gateway, String device) {
        return gateway.store() + "/" + device;
    }

    public boolean isSilent() {
        return heard.filter(ago -> ago.compareTo(SILENT_MAX) <= 0).isEmpty();
    }

    /** Tills and handhelds. */
    public List<Device> sellers() {
        return devices.stream().filter(device -> !device.isGateway()).toList();
    }

    public Optional<Telemetry> gateway() {
        return devices.stream()
                .filter(Device::isGateway)
                .flatMap(device -> device.last().stream())
                .findFirst();
    }

    public long online() {
        return sellers().stream().filter(device -> device.told().online()).count();
    }

    public long withConcerns() {
        return devices.stream().filter(device -> !device.concerns().isEmpty()).count();
    }

    /** Of those that sell: how many sell by what their store has. */
    public long onMasterData(long version) {
        return sellers().stream()
                .flatMap(device -> device.last().stream())
                .filter(last -> last.software().masterData() == version)
                .count();
    }

    /** Against its gateway's. */
    public Optional<ClockOffset> clockFurthestOff() {
        return sellers().stream()
                .flatMap(device -> device.last().stream())
                .map(Telemetry::clock)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(clock -> clock.ahead().abs()));
    }
}
