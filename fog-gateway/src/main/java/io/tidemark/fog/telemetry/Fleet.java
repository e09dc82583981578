package io.tidemark.fog.telemetry;

import io.tidemark.fog.watch.Changes;
import io.tidemark.fog.watch.Devices;
import io.tidemark.fog.watch.Sighting;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.Concern;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.node.telemetry.Heard;
import io.tidemark.node.telemetry.KeptTelemetry;
import io.tidemark.node.writer.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How everything in the store is. Safe for use by several threads. */
public final class Fleet {
    /** Who is connected and says nothing of itself for longer is told of. */
    public static final Duration SILENT_MAX = Duration.ofSeconds(45);

    private final NodeName gateway;
    private final List<Roster.Member> members;
    private final Devices seen;
    private final Changes changes = new Changes();
    private final Clocks clocks;
    private final KeptTelemetry kept;
    private final Map<NodeName, Track> tracks = new ConcurrentHashMap<>();
    private final StandingConcerns standing = new StandingConcerns();
    private final AtomicLong reports = new AtomicLong();
    private volatile Runnable news = () -> {};

    /**
     * @param business what devices' clocks are held against
     * @param real goes on evenly: when something was heard, and for how long nothing was
     */
    public record Clocks(InstantSource business, InstantSource real) {}

    /**
     * @param members everyone of the store, the gateway among them; those that were replaced are of
     *     no interest
     */
    public Fleet(
            NodeName gateway,
            List<Roster.Member> members,
            Devices seen,
            Clocks clocks,
            KeptTelemetry kept) {
        this.gateway = gateway;
        this.members =
                members.stream()
                        .filter(member -> !member.isReplaced())
                        .sorted(
                                Comparator.comparing((Roster.Member member) ->
                                                !member.name().equals(gateway))
                                        .thenComparing(member -> member.name().device()))
                        .toList();
        this.seen = seen;
        this.clocks = clocks;
        this.kept = kept;
    }

    /**
     * Takes what a device said of itself.
     *
     * @return what time it was here
     * @throws io.tidemark.ledger.codec.Malformed if it cannot be read
     * @throws NotNow if the device says too much
     */
    public ClockTold heard(NodeName device, byte[] payload) {
        Instant received = clocks.business().instant();
        if (!track(device).admits(clocks.real().instant()))
            throw new NotNow(device + " says more of itself than anybody reads", SILENT_MAX);
        Telemetry telemetry = Telemetry.parse(payload);
        add(device, telemetry);
        return new ClockTold(telemetry.number(), received);
    }

    /** The gateway's own. */
    public void measured(Telemetry own) {
        add(gateway, own);
    }

    private void add(NodeName node, Telemetry telemetry) {
        Heard heard = new Heard(node.device(), clocks.real().instant(), telemetry);
        Track track = track(node);
        boolean isFirst = track.last().isEmpty();
        track.add(heard);
        kept.keep(heard);
        changes.happened();
        if (look() || isFirst) news.run();
    }

    /**
     * Whether there is something else to see to. Also silence is noticed: the gateway speaks on.
     */
    private boolean look() {
        return standing.look(
                devices(),
                new StandingConcerns.Now(clocks.business().instant(), clocks.real().instant()));
    }

    /** What there is to see to now, one of each kind for each device. */
    public List<StandingConcerns.Standing> standing() {
        look();
        return standing.all();
    }

    /**
     * @param told at once when a device is heard for the first time, or there is something else to
     *     see to of one; must not wait
     */
    public void whenNews(Runnable told) {
        news = told;
    }

    private Track track(NodeName node) {
        return tracks.computeIfAbsent(node, _ -> new Track());
    }

    /**
     * Says that a device was heard. Not the store's own changes: those have every page of the day
     * rendered again.
     */
    public Changes changes() {
        return changes;
    }

    /** The labels of those of a kind. */
    public Set<String> members(Role role) {
        return members.stream()
                .filter(member -> member.role() == role)
                .map(member -> member.name().device())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The gateway first. */
    public List<FleetDevice> devices() {
        return members.stream().map(this::device).toList();
    }

    public Optional<FleetDevice> device(String label) {
        return devices().stream().filter(device -> device.label().equals(label)).findFirst();
    }

    /**
     * What is kept of a device.
     *
     * @param length until now
     * @param most rows
     */
    public List<Heard> history(String label, Duration length, int most) {
        return kept.of(label, clocks.real().instant().minus(length), most);
    }

    /** What head office is told. */
    public FleetReport report() {
        return new FleetReport(
                clocks.real().instant(),
                reports.incrementAndGet(),
                devices().stream().map(this::told).toList());
    }

    /** How long ago something was heard. */
    public Duration since(Heard heard) {
        return Duration.between(heard.at(), clocks.real().instant());
    }

    private FleetReport.Device told(FleetDevice device) {
        return new FleetReport.Device(
                device.label(),
                device.online(),
                device.sighting().since(),
                device.last().map(Heard::at).orElse(null),
                device.lost(),
                device.last().map(Heard::telemetry).orElse(null));
    }

    private FleetDevice device(Roster.Member member) {
        Track track = track(member.name());
        boolean isSelf = member.name().equals(gateway);
        Sighting sighting = seen.of(member.name());
        Optional<Heard> last = track.last();
        return new FleetDevice(
                member,
                isSelf,
                sighting,
                last,
                track.lost(),
                track.recent(),
                concerns(last, isSelf || sighting.online()));
    }

    private List<Concern> concerns(Optional<Heard> last, boolean online) {
        List<Concern> found = new ArrayList<>();
        last.map(this::since)
                .filter(since -> online && since.compareTo(SILENT_MAX) > 0)
                .map(Concern::silent)
                .ifPresent(found::add);
        last.ifPresent(heard ->
                found.addAll(
                        Concern.of(
                                heard.telemetry(), store().orElse(heard.telemetry().software()))));
        return found;
    }

    /** What the gateway itself runs and sells by. */
    public Optional<Software> store() {
        return track(gateway).last().map(heard -> heard.telemetry().software());
    }
}
