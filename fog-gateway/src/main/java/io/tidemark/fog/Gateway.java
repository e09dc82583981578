package io.tidemark.fog;

import io.tidemark.fog.broker.Broker;
import io.tidemark.fog.broker.BrokerKeys;
import io.tidemark.fog.broker.BrokerSettings;
import io.tidemark.fog.broker.Dealt;
import io.tidemark.fog.closedown.Checks;
import io.tidemark.fog.closedown.Closing;
import io.tidemark.fog.dashboard.Laboratory;
import io.tidemark.fog.dashboard.StoreView;
import io.tidemark.fog.forks.ForkExchange;
import io.tidemark.fog.forks.Forks;
import io.tidemark.fog.forward.Archive;
import io.tidemark.fog.forward.Archiving;
import io.tidemark.fog.forward.Forwarding;
import io.tidemark.fog.forward.HttpHeadOffice;
import io.tidemark.fog.forward.HttpKeeping;
import io.tidemark.fog.forward.HttpLink;
import io.tidemark.fog.forward.OpenSegments;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Intake;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.intake.Reception;
import io.tidemark.fog.intake.WarmUp;
import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.masterdata.MasterDataFiles;
import io.tidemark.fog.masterdata.MasterDataPull;
import io.tidemark.fog.recover.HistoryFetch;
import io.tidemark.fog.recover.Rebuilding;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.fog.watch.Devices;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.identity.TlsStoreFiles;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.receive.MarkNote;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Opened;
import io.tidemark.node.home.Ports;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A gateway, up. Opened from the inside out: journals are checked before anyone can speak to it,
 * and the broker, through which tills come, is last.
 */
final class Gateway implements RunningNode {
    private final Opened opened = new Opened();
    private final NodeStart start;
    private final GatewayPlaces places;
    private final NodeIdentity identity;
    private final Roster roster;
    private final Roster.StoreFacts facts;
    private final Roster.Member headOffice;
    private final JournalKey key;
    private final StoreCalendar calendar;
    private final Changes changes = new Changes();
    private final Alerts alerts;
    private final Devices devices;
    private final KeptFiles disk;
    private final Room room;
    private final Grants grants;
    private final OwnLife life;
    private final EarlierLives earlier;
    private @Nullable Ports ports;

    private Gateway(NodeStart start) {
        this.start = start;
        this.places = new GatewayPlaces(start.home());
        this.identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        this.roster = identity.roster();
        this.facts = Parts.factsOf(identity);
        this.headOffice = Parts.headOfficeOf(roster);
        this.key = JournalKey.of(identity.journalKey());
        Clock clock = start.clock(roster.laboratory());
        this.calendar = StoreCalendar.of(facts, clock);
        this.alerts = new Alerts(clock, changes);
        this.devices = new Devices(clock, changes);
        this.disk = new KeptFiles(start.halting());
        this.room = Room.on(start.home().directory());
        this.grants = Parts.grants(identity, places, start.halting());
        this.life = OwnLife.of(identity.journal(), grants);
        this.earlier = Parts.earlierLives(identity, key, life, places);
    }

    /** Whatever fails on the way closes what was opened before it. */
    static Gateway start(NodeStart start) throws IOException {
        Gateway gateway = new Gateway(start);
        try {
            gateway.open();
            return gateway;
        } catch (IOException | RuntimeException | Error e) {
            gateway.close();
            throw e;
        }
    }

    @Override
    public Ports ports() {
        if (ports == null) throw new IllegalStateException("the gateway is not up yet");
        return ports;
    }

    @Override
    public void close() {
        opened.close();
    }

    private void open() throws IOException {
        DeviceJournals journals =
                opened.and(
                        DeviceJournals.open(
                                roster,
                                new ReceivedJournal.Self(life.journal(), identity.signer()),
                                key,
                                places.journals()));
        AtomicReference<Runnable> onStoreForced = new AtomicReference<>(changes::happened);
        StoreJournal store =
                opened.and(
                        StoreJournal.open(
                                Parts.ownJournal(
                                        identity,
                                        key,
                                        calendar,
                                        life,
                                        places,
                                        () -> onStoreForced.get().run()),
                                facts.currency(),
                                start.home().journals()));
        grants.beginning(life.journal()).ifPresent(grant -> goOn(store, grant));
        Projection projection = opened.and(projection(journals, store));
        SingleWriter writer = opened.and(writer());
        Lanes lanes = opened.and(Lanes.threads(start.halting()::halt));
        Closing closing =
                new Closing(
                        writer,
                        store,
                        journals,
                        lanes,
                        new Checks(journals, devices, calendar),
                        calendar,
                        alerts,
                        room);
        HttpLink way = opened.and(headOffice());
        HttpHeadOffice link = new HttpHeadOffice(way);
        opened.and(history(store, writer, way).start(start.halting()));
        Archive archive = archive(journals, store);
        Forwarding forwarding = opened.and(forwarding(store, link, archive).start(start.halting()));
        Archiving archiving =
                opened.and(
                        new Archiving(
                                        archive,
                                        link,
                                        openSegments(journals, lanes),
                                        forwarding::isBehind,
                                        alerts)
                                .start(start.halting()));
        Forks forks = new Forks(journals);
        opened.and(
                new ForkExchange(
                                forks,
                                link,
                                new ForkExchange.Decided(grants, facts.store(), this::granted),
                                alerts,
                                ForkExchange.EVERY)
                        .start(start.halting()));
        grants.ending(life.journal()).ifPresent(this::granted);
        onStoreForced.set(() -> {
            projection.forced();
            forwarding.wake();
            archiving.wake();
            changes.happened();
        });
        MasterDataFiles masterData = new MasterDataFiles(start.home().masterData(), disk, room);
        AtomicReference<@Nullable Broker> broker = new AtomicReference<>();
        opened.and(
                new MasterDataPull(
                                link,
                                new MasterDataPull.Signed(
                                        roster.organisation(), roster.verifier(headOffice.name())),
                                new MasterDataPull.Target(
                                        masterData,
                                        writer,
                                        store,
                                        calendar,
                                        news -> announce(news, journals, broker.get()),
                                        forwarding::heardOf,
                                        MasterDataPull.EVERY),
                                alerts)
                        .start(start.halting()));
        LoopbackServer pages = opened.and(pages(closing, store, projection, forwarding, forks));
        Intake intake =
                new Intake(
                        lanes,
                        journals,
                        room,
                        devices,
                        alerts,
                        () -> {
                            projection.forced();
                            changes.happened();
                        });
        new WarmUp(start.home().run()).run();
        Broker listening =
                opened.and(broker(new Reception(lanes, intake, devices, masterData::part)));
        broker.set(listening);
        masterData.news().ifPresent(news -> announce(news, journals, listening));
        ports = Ports.http(pages.port()).withMqtt(listening.port());
    }

    private Projection projection(DeviceJournals journals, StoreJournal store) {
        List<FollowedJournal> followed =
                Stream.concat(
                                journals.all().stream().map(DeviceJournal::journal),
                                Stream.of(store.journal()))
                        .map(FollowedJournal::of)
                        .toList();
        return Projection.start(
                new ProjectionPlace(start.home().projection(), identity.journalKey()),
                new GatewaySchema(),
                followed);
    }

    private SingleWriter writer() {
        ExecutorService answers = opened.and(Executors.newSingleThreadExecutor());
        return new SingleWriter(SingleWriter.Limits.usual(), answers, start.halting()::halt)
                .start("gateway-writer");
    }

    private HttpLink headOffice() {
        NodeSettings.Peer peer = start.settings().headOfficeOrRefuse();
        return new HttpLink(
                peer.host(), peer.port(), identity.tls().clientContext(headOffice.name()));
    }

    private HistoryFetch history(StoreJournal store, SingleWriter writer, HttpLink way) {
        return new HistoryFetch(
                earlier,
                new Rebuilding(
                        new Rebuilding.Place(earlier.directory(), key, places.archive()),
                        new HttpKeeping(way, identity.name()),
                        roster),
                new HistoryFetch.Target(store, writer, facts.currency()),
                alerts);
    }

    private Archive archive(DeviceJournals journals, StoreJournal store) {
        List<Journal> all =
                Stream.concat(
                                Stream.of(store.journal()),
                                journals.all().stream().map(DeviceJournal::journal))
                        .toList();
        return new Archive(
                new Archive.Place(places.archive(), disk, room, life.journal().epoch()),
                all,
                facts.recoveryPublicKey(),
                new Archive.Keeper(headOffice.name(), roster.verifier(headOffice.name())));
    }

    private OpenSegments openSegments(DeviceJournals journals, Lanes lanes) {
        return new OpenSegments(
                journals.all().stream()
                        .map(journal ->
                                new OpenSegments.Watched(
                                        journal.journal(),
                                        () -> !devices.of(journal.device()).online(),
                                        () -> lanes.closeSegment(journal)))
                        .toList());
    }

    private Forwarding forwarding(StoreJournal store, HttpHeadOffice link, Archive archive) {
        return new Forwarding(
                store.journal(),
                identity.signer(),
                link,
                archive::pending,
                new Forwarding.Receiver(
                        headOffice.name(),
                        roster.verifier(headOffice.name()),
                        new MarkNote(new FileStorage(places.marks()), life.journal())),
                new Forwarding.Shown(calendar.clock(), changes, alerts));
    }

    private LoopbackServer pages(
            Closing closing,
            StoreJournal store,
            Projection projection,
            Forwarding forwarding,
            Forks forks) {
        StoreView view =
                new StoreView(
                        identity.name(),
                        facts,
                        calendar,
                        new StoreView.Sources(
                                closing,
                                store,
                                new GatewayLedger(projection),
                                alerts,
                                forwarding::state,
                                forks));
        return LoopbackServer.start(
                start.httpPort(),
                Map.of("micronaut.application.name", "tidemark-gateway"),
                view,
                closing,
                changes,
                new Laboratory(roster.laboratory()));
    }

    private Broker broker(Reception reception) throws IOException {
        BrokerSettings settings =
                new BrokerSettings(
                        identity.name(),
                        "0.0.0.0",
                        start.settings().mqttPort(),
                        places.broker(),
                        BrokerSettings.PATIENCE);
        BrokerKeys keys =
                directory -> {
                    TlsStoreFiles stores = identity.tls().writeStores(directory);
                    return new BrokerKeys.Stores(
                            stores.keyStore(), stores.trustStore(), stores.password());
                };
        return Broker.open(settings, keys, new RosterDoor(roster, identity.name()), reception);
    }

    /** The old journal stays as it is; of one whose disk was lost there is nothing. */
    private void goOn(StoreJournal store, EpochGrant grant) {
        Path old = start.home().journals().resolve(grant.continued().label());
        if (!Files.isDirectory(old)) {
            store.continues(grant, Optional.empty());
            return;
        }
        try (Journal branch =
                Journal.openToRead(
                        grant.continued(),
                        FileStorage.toRead(old),
                        key,
                        roster.verifier(identity.name()),
                        (_, _, _) -> {})) {
            requireShared(branch, grant);
            store.continues(grant, Optional.of(branch));
        }
    }

    private static void requireShared(Journal branch, EpochGrant grant) {
        long shared = grant.shared().sequence();
        boolean fits =
                branch.forced().sequence() < shared
                        || branch.hashAt(shared).equals(grant.shared().hash());
        if (!fits)
            throw new CannotRun(
                    ExitCode.DAMAGED,
                    "the grant of "
                            + grant.successor()
                            + " shares entry "
                            + shared
                            + " with another history than this disk's: ask head office for a grant"
                            + " upon what is here");
    }

    /** A journal that is open goes on in its new epoch at the next start. */
    private void granted(EpochGrant grant) {
        if (grant.continued().node().equals(identity.name()))
            alerts.raise(
                    Alert.Kind.GRANT,
                    identity.name().device(),
                    grant.approver()
                            + " decided that this gateway goes on in epoch "
                            + grant.successor().epoch()
                            + " ("
                            + grant.reason()
                            + "): stop it and start it again");
    }

    private static void announce(
            MasterPart news, DeviceJournals journals, @Nullable Broker broker) {
        if (broker == null) return;
        Dealt.Reply reply = new Dealt.Reply(Dealt.Topic.MASTER_PART, news.toBytes());
        journals.all().forEach(journal -> broker.tell(journal.device(), reply));
    }
}
