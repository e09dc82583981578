package io.tidemark.cloud.telemetry;

import io.tidemark.identity.Roster;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.node.telemetry.Heard;
import io.tidemark.node.telemetry.KeptTelemetry;
import io.tidemark.node.writer.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The last report of every store. Safe for use by several threads. */
public final class StoreFleets {
    /** One telemetry of a device in so long a time is kept. */
    static final Duration KEPT_EVERY = Duration.ofMinutes(15);

    /** A gateway that reports more often is not listened to. */
    static final Duration EVERY_MIN = Duration.ofSeconds(1);

    private record Reported(FleetReport report, Instant at) {}

    private final Roster roster;
    private final Clocks clocks;
    private final KeptTelemetry kept;
    private final Supplier<String> notice;
    private final Map<String, Reported> reports = new ConcurrentHashMap<>();
    private final Map<String, Long> spans = new ConcurrentHashMap<>();

    /**
     * @param business what gateways' clocks are held against
     * @param real goes on evenly: when something was heard
     */
    public record Clocks(InstantSource business, InstantSource real) {}

    /**
     * @param notice what a person should know of the database; empty where all is well
     */
    public StoreFleets(Roster roster, Clocks clocks, KeptTelemetry kept, Supplier<String> notice) {
        this.notice = notice;
        this.roster = roster;
        this.clocks = clocks;
        this.kept = kept;
    }

    /**
     * Takes a gateway's report.
     *
     * @return what time it was here
     * @throws Malformed if it cannot be read, or names a device that cannot be
     * @throws NotNow if it comes too soon after the last
     */
    public ClockTold heard(NodeName gateway, byte[] bytes) {
        Instant received = clocks.business().instant();
        Reported before = reports.get(gateway.store());
        if (before != null && before.at().plus(EVERY_MIN).isAfter(clocks.real().instant()))
            throw new NotNow(gateway + " reports more often than anybody reads", EVERY_MIN);
        FleetReport report = FleetReport.parse(bytes);
        for (FleetReport.Device device : report.devices()) requireLabel(gateway, device.device());
        Instant now = clocks.real().instant();
        reports.put(gateway.store(), new Reported(report, now));
        for (FleetReport.Device device : report.devices()) keep(gateway, device, now);
        return new ClockTold(report.number(), received);
    }

    private static void requireLabel(NodeName gateway, String device) {
        try {
            var _ = new NodeName(gateway.organisation(), gateway.store(), device);
        } catch (IllegalArgumentException e) {
            throw new Malformed("no device is called '" + device + "'", e);
        }
    }

    private void keep(NodeName gateway, FleetReport.Device device, Instant now) {
        if (device.last() == null) return;
        String node = StoreFleet.node(gateway, device.device());
        Long span = now.toEpochMilli() / KEPT_EVERY.toMillis();
        if (!span.equals(spans.put(node, span))) kept.keep(new Heard(node, now, device.last()));
    }

    /** What a person should know of what is kept; empty where all is well. */
    public String notice() {
        return notice.get();
    }

    /** Every store of the roster. */
    public List<StoreFleet> stores() {
        return roster.stores().stream()
                .sorted(Comparator.comparing(StoreFacts::store))
                .map(this::fleet)
                .toList();
    }

    public Optional<StoreFleet> store(String label) {
        return roster.store(label).map(this::fleet);
    }

    /** Whether the store has, or its gateway reports, a device of this label. */
    public boolean isDevice(String store, String device) {
        return roster.membersOf(store).stream()
                        .anyMatch(member -> member.name().device().equals(device))
                || store(store).stream()
                        .flatMap(fleet -> fleet.devices().stream())
                        .anyMatch(each -> each.told().device().equals(device));
    }

    /** What is kept of one device, oldest first. */
    public List<Heard> history(String store, String device, Duration length, int most) {
        return kept.of(store + "/" + device, clocks.real().instant().minus(length), most);
    }

    private StoreFleet fleet(StoreFacts store) {
        Reported last = reports.get(store.store());
        return last == null
                ? StoreFleet.unheard(store)
                : StoreFleet.of(
                        store, last.report(), Duration.between(last.at(), clocks.real().instant()));
    }
}
