package io.tidemark.fog;

import io.tidemark.fog.closedown.Running;
import io.tidemark.fog.forward.LinkState;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.fog.telemetry.FleetReporting;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.telemetry.Unmarked;
import io.tidemark.node.clock.SteadyClock;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.home.Opened;
import io.tidemark.node.telemetry.KeepingRule;
import io.tidemark.node.telemetry.KeptTelemetry;
import io.tidemark.node.telemetry.MachineGauge;
import io.tidemark.node.telemetry.OwnTelemetry;
import io.tidemark.node.telemetry.RunningSoftware;
import io.tidemark.node.telemetry.TelemetryPlace;
import io.tidemark.node.telemetry.TelemetryTimer;
import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a gateway measures of itself and hears of its devices; none of it is anything's condition.
 */
final class Wellbeing {
    private final Ground ground;
    private final Ledgers ledgers;
    private final Upward.Open upward;
    private final Running running;
    private final InstantSource real = SteadyClock.from(Instant.now());

    private Wellbeing(Ground ground, Ledgers ledgers, Upward.Open upward, Running running) {
        this.running = running;
        this.ground = ground;
        this.ledgers = ledgers;
        this.upward = upward;
    }

    /** What it is made of. */
    record Of(Ground ground, Ledgers ledgers, Upward.Open upward, Running running) {}

    static Fleet open(Of of, Opened opened) throws IOException {
        return new Wellbeing(of.ground(), of.ledgers(), of.upward(), of.running()).open(opened);
    }

    private Fleet open(Opened opened) throws IOException {
        KeptTelemetry kept = opened.and(kept());
        running.keptBy(
                new Running.Kept() {
                    @Override
                    public void keep(String what, Duration took) {
                        kept.keepLasted(what, took);
                    }

                    @Override
                    public Optional<Duration> of(String what) {
                        return kept.lasted(what);
                    }
                });
        Fleet fleet = fleet(kept);
        OwnTelemetry own = own();
        opened.and(TelemetryTimer.start(interval(), own, fleet::measured));
        FleetReporting reporting =
                new FleetReporting(
                        () -> fleet.report().with(upward.recomputing().differing()),
                        upward.fleet(),
                        new FleetReporting.OwnClock(ground.calendar.clock(), own::clockIs),
                        FleetReporting.Pace.USUAL);
        fleet.whenNews(() -> {
            reporting.news();
            ground.changes.happened();
        });
        opened.and(reporting.start(ground.start.halting()));
        return fleet;
    }

    private KeptTelemetry kept() {
        return KeptTelemetry.start(
                new TelemetryPlace(ground.places.telemetry(), ground.identity.journalKey()),
                new KeptTelemetry.Ports(
                        KeepingRule.days(settings().telemetry().days()),
                        real,
                        ground.room,
                        notice ->
                                ground.alerts.raise(
                                        Alert.Kind.TELEMETRY,
                                        ground.identity.name().device(),
                                        notice)));
    }

    private Fleet fleet(KeptTelemetry kept) {
        return new Fleet(
                ground.identity.name(),
                ground.roster.membersOf(ground.facts.store()),
                ground.devices,
                new Fleet.Clocks(ground.calendar.clock(), real),
                kept);
    }

    private OwnTelemetry own() throws IOException {
        String profile = profile().name();
        return new OwnTelemetry(
                new OwnTelemetry.Sources(
                        new MachineGauge(ground.start.home().directory(), real),
                        ground.forces,
                        () ->
                                RunningSoftware.with(
                                        profile, ledgers.store().state().masterDataVersion()),
                        this::unmarked,
                        ground.calendar.clock()));
    }

    /** Of the store's own journal, by head office. */
    private Unmarked unmarked() {
        LinkState link = upward.forwarding().state();
        if (link.unsent() == 0) return Unmarked.NONE;
        Journal journal = ledgers.store().journal();
        Instant recorded =
                EntryCodec.decode(journal.entry(link.marked() + 1)).header().at().toInstant();
        Duration ago = Duration.between(recorded, ground.calendar.clock().instant());
        return new Unmarked(link.unsent(), ago.isNegative() ? Duration.ZERO : ago);
    }

    private Duration interval() {
        return settings().telemetry().interval(profile().telemetrySeconds());
    }

    private HardwareProfile profile() {
        return HardwareProfile.of(settings().profile(), settings().role().label());
    }

    private NodeSettings settings() {
        return ground.start.settings();
    }
}
