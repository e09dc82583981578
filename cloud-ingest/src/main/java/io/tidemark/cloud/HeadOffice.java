package io.tidemark.cloud;

import io.tidemark.cloud.headoffice.Overview;
import io.tidemark.cloud.ingest.Intake;
import io.tidemark.cloud.ingest.MarkCheck;
import io.tidemark.cloud.ingest.MarkNotes;
import io.tidemark.cloud.ingest.Quarantine;
import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.cloud.ingest.TwoListeners;
import io.tidemark.cloud.ledger.H2Ledger;
import io.tidemark.cloud.ledger.HeadOfficeSchema;
import io.tidemark.cloud.masterdata.PublicationHistory;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Ports;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.SingleWriter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Head office, up: journals checked, the writer running, both listeners open. */
final class HeadOffice implements RunningNode {
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
            opened.close();
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
        NodeHome home = start.home();
        HeadOfficePlaces places = new HeadOfficePlaces(home);
        NodeIdentity identity = NodeIdentity.open(home.identity(), start.passphrase());
        JournalKey key = JournalKey.of(identity.journalKey());
        StoreJournals journals =
                opened.and(StoreJournals.open(home.journals(), key, identity.roster()));
        MarkNotes notes = new MarkNotes(places.marks());
        MarkCheck.require(journals, notes);
        PublicationHistory history = new PublicationHistory();
        Journal own = opened.and(ownJournal(home, identity, key, history));
        Projection projection = opened.and(projection(home, identity, journals, own));
        Quarantine quarantine = new Quarantine(places.quarantine());
        SealedArchive archive =
                new SealedArchive(places.archive(), identity.journal(), identity.signer());
        SingleWriter writer = opened.and(writer(start, opened));
        Intake intake =
                new Intake(
                        journals,
                        quarantine,
                        writer,
                        new Intake.Identity(identity.journal(), identity.signer(), notes),
                        projection::forced);
        Publishing publishing =
                Publishing.open(
                        home.masterData(),
                        own,
                        new Publishing.Node(
                                identity,
                                writer,
                                start.clock(identity.roster().laboratory()),
                                projection::forced),
                        history);
        TwoListeners listeners =
                new TwoListeners("0.0.0.0", start.settings().tlsPort(), start.httpPort());
        LoopbackServer server =
                opened.and(
                        LoopbackServer.start(
                                start.httpPort(),
                                listeners.settings(),
                                identity.roster(),
                                identity.tls().serverContext(),
                                intake,
                                archive,
                                quarantine,
                                publishing,
                                projection,
                                new Overview(
                                        new Overview.Sources(
                                                identity.roster(),
                                                journals,
                                                new H2Ledger(projection),
                                                archive,
                                                quarantine))));
        return TwoListeners.ports(server.context());
    }

    private static Journal ownJournal(
            NodeHome home, NodeIdentity identity, JournalKey key, PublicationHistory history) {
        return Journal.open(
                identity.journal(),
                new FileStorage(home.journals().resolve(identity.journal().label())),
                key,
                identity.roster().verifier(identity.name()),
                history);
    }

    private static Projection projection(
            NodeHome home, NodeIdentity identity, StoreJournals journals, Journal own) {
        List<FollowedJournal> followed =
                Stream.concat(journals.all().stream(), Stream.of(own))
                        .map(FollowedJournal::of)
                        .toList();
        return Projection.start(
                new ProjectionPlace(home.projection(), identity.journalKey()),
                new HeadOfficeSchema(),
                followed);
    }

    private static SingleWriter writer(NodeStart start, Opened opened) {
        ExecutorService answers = opened.and(Executors.newVirtualThreadPerTaskExecutor());
        return new SingleWriter(SingleWriter.Limits.usual(), answers, start.halting()::halt)
                .start("head-office-writer");
    }
}
