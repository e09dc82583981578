package io.tidemark.cloud;

import io.tidemark.cloud.forks.Deciding;
import io.tidemark.cloud.forks.ForkReports;
import io.tidemark.cloud.forks.Forks;
import io.tidemark.cloud.forks.GrantsOnRecord;
import io.tidemark.cloud.headoffice.Changes;
import io.tidemark.cloud.headoffice.Overview;
import io.tidemark.cloud.ingest.Intake;
import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.ingest.TwoListeners;
import io.tidemark.cloud.ledger.H2Ledger;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.cloud.own.OwnJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Opened;
import io.tidemark.node.home.Ports;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.SingleWriter;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    private static Ports open(NodeStart start, Opened opened) {
        HeadOfficePlaces places = new HeadOfficePlaces(start.home());
        KeptFiles disk = new KeptFiles(start.halting());
        Room room = Room.on(start.home().directory());
        NodeIdentity identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        places.create(disk);
        Records records = Records.open(places, identity, opened);
        SingleWriter writer = opened.and(writer(start, opened));
        OwnJournal own = own(start, records, writer, identity);
        ForkReports reports = new ForkReports(places.forks(), disk);
        Grants grants = new Grants(places.grants(), disk, Grants.Authority.of(identity.roster()));
        GrantsOnRecord record = GrantsOnRecord.open(own, records.own(), grants);
        Forks forks = new Forks(reports, records.journals()::forked, grants);
        SealedArchive archive =
                new SealedArchive(
                        places.archive(),
                        new ReceivedJournal.Self(identity.journal(), identity.signer()),
                        disk,
                        room);
        Intake intake =
                new Intake(
                        records.journals(),
                        writer,
                        new Intake.Ports(room, grants, following(records.projection())));
        Deciding deciding =
                new Deciding(
                        forks,
                        grants,
                        lost(intake, identity.roster()),
                        new Deciding.Signing(identity.signer(), record));
        Publishing publishing =
                Publishing.open(start.home().masterData(), own, disk, records.history());
        LoopbackServer server =
                opened.and(
                        LoopbackServer.start(
                                start.httpPort(),
                                listeners(start).settings(),
                                identity.roster(),
                                identity.tls().serverContext(),
                                records.journals(),
                                intake,
                                archive,
                                reports,
                                grants,
                                record,
                                deciding,
                                publishing,
                                records.projection(),
                                new Changes(
                                        records.projection(),
                                        archive,
                                        records.journals(),
                                        reports,
                                        publishing),
                                new Overview(
                                        new Overview.Sources(
                                                identity.roster(),
                                                records.journals(),
                                                new H2Ledger(records.projection()),
                                                archive,
                                                forks,
                                                room))));
        return TwoListeners.ports(server.context());
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

    private static Intake.Followers following(Projection projection) {
        return new Intake.Followers() {
            @Override
            public void begun(Journal journal) {
                projection.follow(FollowedJournal.of(journal));
            }

            @Override
            public void forced() {
                projection.forced();
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
