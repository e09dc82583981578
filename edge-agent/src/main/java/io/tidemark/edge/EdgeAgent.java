package io.tidemark.edge;

import io.tidemark.edge.catalogue.Adoption;
import io.tidemark.edge.catalogue.Catalogues;
import io.tidemark.edge.catalogue.MasterDataFiles;
import io.tidemark.edge.ledger.Receipts;
import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.edge.record.Recorder;
import io.tidemark.edge.record.Room;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.MarkFile;
import io.tidemark.edge.sync.MasterDataSink;
import io.tidemark.edge.sync.OwnJournal;
import io.tidemark.edge.sync.SyncLoop;
import io.tidemark.edge.sync.SyncThread;
import io.tidemark.edge.till.Counter;
import io.tidemark.edge.till.TillDesk;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.Ports;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A till: its journal, the one writer, the tables that follow, the page and API on this machine,
 * and the loop that gets it all to the gateway. Composed here and nowhere else, of parts that take
 * their clock and their ports, so that a simulator runs the same code.
 */
public final class EdgeAgent implements RunningNode {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeAgent.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LoopbackServer server;

    public static void main(String[] arguments) {
        NodeMain.main(new TillProgram(), arguments);
    }

    /** Opens the journal, which checks every byte of it, and brings the till up. */
    public EdgeAgent(TillSite site, TillPorts ports) {
        try {
            server = assemble(site, ports);
        } catch (RuntimeException | Error e) {
            stopAfter(e);
            throw e;
        }
    }

    /** What prevented the start is what a person must read, not what came of it. */
    private void stopAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException unclean) {
            failure.addSuppressed(unclean);
        }
    }

    private LoopbackServer assemble(TillSite site, TillPorts ports) {
        Till till = new Till(site.workplace());
        Journal journal = kept(open(site, till));
        Projection projection =
                kept(
                        Projection.start(
                                new ProjectionPlace(
                                        site.home().projection(), site.keys().journalKey()),
                                new TillSchema(),
                                List.of(FollowedJournal.of(journal))));
        Inbox inbox = new Inbox();
        Recorder recorder =
                recorder(
                        till,
                        journal,
                        ports,
                        () -> {
                            projection.forced();
                            inbox.wake();
                        });
        Catalogues catalogues = catalogues(site, till);
        Adoption adoption = new Adoption(catalogues, recorder);
        adoption.resume();
        SyncLoop sync = sync(site, journal, ports, inbox, adoption);
        TillDesk desk =
                new TillDesk(
                        site.workplace(),
                        recorder,
                        catalogues,
                        new Receipts(projection, journal),
                        sync::status,
                        ports.business());
        LoopbackServer started =
                kept(
                        LoopbackServer.start(
                                ports.httpPort(),
                                WebSettings.ALL,
                                desk,
                                new Counter(recorder, catalogues, site.workplace().currency())));
        warmUp(site, started);
        kept(SyncThread.start(sync, inbox, ports.broken()));
        return started;
    }

    /** A till whose disk is full, or whose door is slow, is started all the same. */
    private static void warmUp(TillSite site, LoopbackServer server) {
        try {
            new WarmUp(site.home().run()).run();
            new DoorWarmUp(server.port()).run();
        } catch (IOException | UncheckedIOException | JournalBroken e) {
            LOG.warn("the till was not warmed up; its first sale takes longer", e);
        }
    }

    private static Journal open(TillSite site, Till till) {
        FileStorage storage = new FileStorage(site.journalDirectory());
        LostJournal.require(site, storage);
        return Journal.open(
                site.workplace().journal(),
                storage,
                site.journalKey(),
                site.keys().own(),
                (sequence, hash, bytes) ->
                        till.apply(new Head(sequence, hash), EntryCodec.decode(bytes)));
    }

    private Recorder recorder(Till till, Journal journal, TillPorts ports, Runnable forced) {
        ExecutorService answers = kept(Executors.newVirtualThreadPerTaskExecutor());
        SingleWriter writer =
                kept(
                        new SingleWriter(SingleWriter.Limits.usual(), answers, ports.broken())
                                .start("writer"));
        Room room = ports.room();
        return new Recorder(
                till,
                journal,
                new Recorder.Ports(ports.signer(), ports.business(), room, forced),
                writer);
    }

    private static Catalogues catalogues(TillSite site, Till till) {
        MasterDataFiles files =
                new MasterDataFiles(
                        site.home().masterData(),
                        file ->
                                file.isBy(site.keys().headOffice())
                                        && file.data()
                                                .organisation()
                                                .equals(
                                                        site.workplace()
                                                                .journal()
                                                                .node()
                                                                .organisation()));
        Catalogues catalogues = new Catalogues(files, site.workplace().currency());
        catalogues.load(till.masterData());
        return catalogues;
    }

    private static SyncLoop sync(
            TillSite site, Journal journal, TillPorts ports, Inbox inbox, Adoption adoption) {
        MasterDataSink sink =
                new MasterDataSink() {
                    @Override
                    public long version() {
                        return adoption.version();
                    }

                    @Override
                    public Optional<Long> take(byte[] file) {
                        return adoption.take(file);
                    }
                };
        return new SyncLoop(
                new OwnJournal(journal, ports.signer(), site.gateway(), site.keys().gateway()),
                new SyncLoop.Ports(
                        ports.uplink().apply(inbox),
                        new MarkFile(site.markFile()),
                        sink,
                        site.batchBytes()),
                ports.real(),
                ports.random());
    }

    @Override
    public Ports ports() {
        return Ports.http(server.port());
    }

    /**
     * Last started, first stopped: no new requests, then what waits is answered, then the journal
     * closes.
     */
    @Override
    public void close() {
        RuntimeException first = null;
        while (!parts.isEmpty()) {
            RuntimeException failure = failureOf(parts.pop());
            if (first == null) first = failure;
            else if (failure != null) first.addSuppressed(failure);
        }
        if (first != null) throw first;
    }

    private <T extends AutoCloseable> T kept(T part) {
        parts.push(part);
        return part;
    }

    /** One part that does not stop is no reason to leave the journal open. */
    private static @Nullable RuntimeException failureOf(AutoCloseable part) {
        try {
            part.close();
            return null;
        } catch (RuntimeException e) {
            return e;
        } catch (Exception e) {
            return new IllegalStateException("could not stop cleanly", e);
        }
    }
}
