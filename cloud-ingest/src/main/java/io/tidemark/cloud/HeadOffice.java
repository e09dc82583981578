package io.tidemark.cloud;

import io.tidemark.cloud.ingest.Intake;
import io.tidemark.cloud.ingest.Quarantine;
import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.cloud.ingest.TwoListeners;
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
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.SingleWriter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
        NodeIdentity identity = NodeIdentity.open(home.identity(), start.passphrase());
        JournalKey key = JournalKey.of(identity.journalKey());
        StoreJournals journals =
                opened.and(StoreJournals.open(home.journals(), key, identity.roster()));
        PublicationHistory history = new PublicationHistory();
        Journal own = opened.and(ownJournal(home, identity, key, history));
        Quarantine quarantine = new Quarantine(home.directory().resolve("quarantine"));
        SealedArchive archive =
                new SealedArchive(
                        home.directory().resolve("archive"), identity.journal(), identity.signer());
        SingleWriter writer = opened.and(writer(start, opened));
        Intake intake =
                new Intake(
                        journals,
                        quarantine,
                        writer,
                        new Intake.Identity(identity.journal(), identity.signer()));
        Publishing publishing =
                Publishing.open(
                        home.masterData(),
                        own,
                        new Publishing.Node(
                                identity, writer, start.clock(identity.roster().laboratory())),
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
                                publishing));
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

    private static SingleWriter writer(NodeStart start, Opened opened) {
        ExecutorService answers = opened.and(Executors.newVirtualThreadPerTaskExecutor());
        return new SingleWriter(SingleWriter.Limits.usual(), answers, start.halting()::halt)
                .start("head-office-writer");
    }
}
