package io.tidemark.cloud;

import io.tidemark.cloud.books.PostingRules;
import io.tidemark.cloud.forks.Deciding;
import io.tidemark.cloud.forks.ForkReports;
import io.tidemark.cloud.forks.Forks;
import io.tidemark.cloud.forks.GrantsOnRecord;
import io.tidemark.cloud.headoffice.Changes;
import io.tidemark.cloud.headoffice.Overview;
import io.tidemark.cloud.headoffice.ReceiptRequests;
import io.tidemark.cloud.ingest.Intake;
import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.ingest.TwoListeners;
import io.tidemark.cloud.ledger.H2Books;
import io.tidemark.cloud.ledger.H2Ledger;
import io.tidemark.cloud.ledger.H2Transfers;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.cloud.masterdata.Staging;
import io.tidemark.cloud.own.OwnJournal;
import io.tidemark.cloud.receipts.ReceiptDesk;
import io.tidemark.cloud.storelogs.StoreLogs;
import io.tidemark.cloud.telemetry.StoreFleets;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.clock.SteadyClock;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Opened;
import io.tidemark.node.home.Ports;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.telemetry.KeepingRule;
import io.tidemark.node.telemetry.KeptTelemetry;
import io.tidemark.node.telemetry.TelemetryPlace;
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.SingleWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Head office, up: records checked, the writer running, both listeners open. */
final class HeadOffice implements RunningNode {
    private static final String EVERY_ADDRESS = "0.0.0.0";

    private final Opened opened;
    private final Ports ports;

    private HeadOffice(Opened opened, Ports ports) {
        this.opened = opened;
        this.ports = ports;
    }

    /** Whatever fails on the way closes what was opened before it. */
    static HeadOffice start(NodeStart start) {
        Opened opened = new Opened();
        try {
            return new HeadOffice(opened, open(start, opened));
        } catch (RuntimeException | Error e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        opened.close();
    }

    /** What its parts stand on. */
    private record Ground(
            NodeStart start,
            HeadOfficePlaces places,
            KeptFiles disk,
            Room room,
            NodeIdentity identity,
            PostingRules rules) {
        static Ground of(NodeStart start) {
            Ground ground =
                    new Ground(
                            start,
                            new HeadOfficePlaces(start.home()),
                            new KeptFiles(start.halting()),
                            Room.on(start.home().directory()),
                            NodeIdentity.open(start.home().identity(), start.passphrase()),
                            RulesInUse.read(new HeadOfficePlaces(start.home()).rules()));
            ground.places().create(ground.disk());
            return ground;
        }
    }

    /** What it knows of forks, and what people decided about them. */
    private record Decisions(
            ForkReports reports, Grants grants, GrantsOnRecord record, Forks forks) {
        static Decisions of(Ground ground, Records records, OwnJournal own) {
            ForkReports reports = new ForkReports(ground.places().forks(), ground.disk());
            Grants grants =
                    new Grants(
                            ground.places().grants(),
                            ground.disk(),
                            Grants.Authority.of(ground.identity().roster()));
            return new Decisions(
                    reports,
                    grants,
                    GrantsOnRecord.open(own, records.own(), grants),
                    new Forks(reports, records.journals()::forked, grants));
        }
    }

    /** What the two listeners serve. */
    private record Parts(
            Records records,
            Decisions decisions,
            SealedArchive archive,
            Intake intake,
            Publishing publishing,
            StoreFleets fleets,
            Staging staging,
            ReceiptDesk receipts,
            StoreLogs logs) {}

    private static Ports open(NodeStart start, Opened opened) {
        Ground ground = Ground.of(start);
        Records records = Records.open(ground.places(), ground.identity(), opened);
        SingleWriter writer = opened.and(writer(start, opened));
        OwnJournal own = own(start, records, writer, ground.identity());
        Decisions decisions = Decisions.of(ground, records, own);
        StoreLogs logs =
                opened.and(
                        new StoreLogs(ground.identity().roster(), records.journals()::all)
                                .start(start.halting()));
        Intake intake =
                new Intake(
                        records.journals(),
                        writer,
                        new Intake.Ports(
                                ground.room(),
                                decisions.grants(),
                                following(records.projection(), logs)));
        Publishing publishing =
                Publishing.open(
                        start.home().masterData(),
                        own,
                        new Publishing.Disk(ground.disk(), ground.room()),
                        records.history());
        Staging staging = new Staging(start.home().masterData(), publishing, own, ground.disk());
        ReceiptDesk receipts =
                new ReceiptDesk(
                        ground.identity().roster()::verifier,
                        start.clock(ground.identity().roster().laboratory()));
        Parts parts =
                new Parts(
                        records,
                        decisions,
                        archive(ground),
                        intake,
                        publishing,
                        fleets(ground, opened),
                        staging,
                        receipts,
                        logs);
        LoopbackServer served = opened.and(served(ground, parts));
        // Closed first: gateways that wait for a question are let go before the server ends.
        opened.and(receipts);
        return TwoListeners.ports(served.context());
    }

    private static StoreFleets fleets(Ground ground, Opened opened) {
        InstantSource real = SteadyClock.from(Instant.now());
        AtomicReference<String> notice = new AtomicReference<>("");
        NodeIdentity identity = ground.identity();
        KeptTelemetry kept =
                opened.and(
                        KeptTelemetry.start(
                                new TelemetryPlace(
                                        ground.places().telemetry(), identity.journalKey()),
                                new KeptTelemetry.Ports(
                                        KeepingRule.days(
                                                ground.start().settings().telemetry().days()),
                                        real,
                                        ground.room(),
                                        notice::set)));
        return new StoreFleets(
                identity.roster(),
                new StoreFleets.Clocks(ground.start().clock(identity.roster().laboratory()), real),
                kept,
                notice::get);
    }

    private static SealedArchive archive(Ground ground) {
        NodeIdentity identity = ground.identity();
        return new SealedArchive(
                ground.places().archive(),
                new ReceivedJournal.Self(identity.journal(), identity.signer()),
                ground.disk(),
                ground.room());
    }

    private static LoopbackServer served(Ground ground, Parts parts) {
        Decisions decisions = parts.decisions();
        Records records = parts.records();
        return LoopbackServer.start(
                ground.start().httpPort(),
                listeners(ground.start()).settings(),
                ground.identity().roster(),
                ground.identity().tls().serverContext(),
                records.journals(),
                parts.intake(),
                parts.archive(),
                decisions.reports(),
                decisions.grants(),
                decisions.record(),
                deciding(ground.identity(), parts),
                parts.publishing(),
                parts.fleets(),
                parts.staging(),
                records.projection(),
                changes(parts),
                new H2Books(
                        records.projection(),
                        ground.rules(),
                        RulesOnRecord.open(ground.places().books(), ground.disk(), ground.rules())),
                parts.receipts(),
                overview(ground, parts),
                new ReceiptRequests(overview(ground, parts), parts.receipts()));
    }

    private static Deciding deciding(NodeIdentity identity, Parts parts) {
        Decisions decisions = parts.decisions();
        return new Deciding(
                decisions.forks(),
                decisions.grants(),
                lost(parts.intake(), identity.roster()),
                new Deciding.Signing(identity.signer(), decisions.record()));
    }

    private static Changes changes(Parts parts) {
        Records records = parts.records();
        return new Changes(
                records.projection(),
                parts.archive(),
                records.journals(),
                parts.decisions().reports(),
                parts.publishing(),
                parts.receipts());
    }

    private static Overview overview(Ground ground, Parts parts) {
        Records records = parts.records();
        return new Overview(
                new Overview.Sources(
                        ground.identity().roster(),
                        records.journals(),
                        new H2Ledger(records.projection()),
                        parts.archive(),
                        parts.decisions().forks(),
                        ground.room(),
                        parts.fleets()::stores,
                        parts.logs(),
                        new H2Transfers(records.projection())));
    }

    private static TwoListeners listeners(NodeStart start) {
        return new TwoListeners(EVERY_ADDRESS, start.settings().tlsPort(), start.httpPort());
    }

    private static Deciding.Lost lost(Intake intake, Roster roster) {
        return (store, ending) -> {
            Optional<Roster.Member> gateway = roster.gatewayOf(store);
            return gateway.isEmpty() ? Optional.empty() : intake.end(gateway.get(), ending);
        };
    }

    private static Intake.Followers following(Projection projection, StoreLogs logs) {
        return new Intake.Followers() {
            @Override
            public void begun(Journal journal) {
                projection.follow(FollowedJournal.of(journal));
            }

            @Override
            public void forced() {
                projection.forced();
                logs.wake();
            }
        };
    }

    private static OwnJournal own(
            NodeStart start, Records records, SingleWriter writer, NodeIdentity identity) {
        return new OwnJournal(
                records.own(),
                identity,
                new OwnJournal.Ports(
                        writer,
                        start.clock(identity.roster().laboratory()),
                        records.projection()::forced));
    }

    private static SingleWriter writer(NodeStart start, Opened opened) {
        ExecutorService answers = opened.and(Executors.newVirtualThreadPerTaskExecutor());
        return new SingleWriter(SingleWriter.Limits.usual(), answers, start.halting()::halt)
                .start("head-office-writer");
    }
}
