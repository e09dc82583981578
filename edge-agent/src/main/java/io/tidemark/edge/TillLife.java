package io.tidemark.edge;

import io.tidemark.edge.catalogue.Adoption;
import io.tidemark.edge.catalogue.Catalogues;
import io.tidemark.edge.epoch.Succession;
import io.tidemark.edge.ledger.GoodsDone;
import io.tidemark.edge.ledger.Receipts;
import io.tidemark.edge.ledger.TillZs;
import io.tidemark.edge.record.Journals;
import io.tidemark.edge.record.Recorder;
import io.tidemark.edge.sync.EndedJournal;
import io.tidemark.edge.sync.GrantSink;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.MarkFile;
import io.tidemark.edge.sync.MasterDataSink;
import io.tidemark.edge.sync.MasterSpool;
import io.tidemark.edge.sync.OwnJournal;
import io.tidemark.edge.sync.Questions;
import io.tidemark.edge.sync.SyncLoop;
import io.tidemark.edge.sync.SyncPorts;
import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.edge.sync.SyncThread;
import io.tidemark.edge.telemetry.SelfReport;
import io.tidemark.edge.telemetry.UnmarkedHere;
import io.tidemark.edge.till.TillDesk;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.home.Opened;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.pruning.Pruner;
import io.tidemark.node.writer.SingleWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A till in one of its epochs: the one writer of its journal, and the loop that sends it. */
final class TillLife implements AutoCloseable {
    private final Opened parts = new Opened();
    private final Succession.Stand stand;
    private final Inbox inbox = new Inbox();
    private final SyncLoop sync;
    private final SelfReport telemetry;
    private final Questions questions;
    private final Pruner pruner;
    private final TillDesk desk;

    /**
     * What outlives an epoch.
     *
     * @param journals those of the epoch the till is in
     * @param gauges what this machine is measured by
     */
    record Lasting(
            TillSite site,
            TillPorts ports,
            Projection projection,
            Catalogues catalogues,
            AtomicReference<Journals> journals,
            TillGauges gauges) {}

    TillLife(Lasting lasting, Succession.Stand stand, GrantSink grants) {
        this.stand = stand;
        try {
            Recorder recorder = recorder(lasting);
            Adoption adoption = new Adoption(lasting.catalogues(), recorder);
            adoption.resume();
            Releases releases =
                    new Releases(
                            lasting.site(),
                            journal(),
                            stand.workplace(),
                            lasting.ports().business());
            telemetry = telemetry(lasting, recorder);
            questions =
                    new Questions(
                            new Questions.Way(() -> status().online(), inbox::wake),
                            Questions.DEADLINE,
                            lasting.ports().random().nextLong());
            sync = sync(lasting, adoption, grants, releases);
            pruner =
                    new Pruner(
                            () -> releases.next(sync::status),
                            lasting.ports().room(),
                            lasting.ports().broken());
            desk =
                    new TillDesk(
                            stand.workplace(),
                            recorder,
                            lasting.catalogues(),
                            new Receipts(lasting.projection(), stand.journals()),
                            new TillZs(lasting.projection(), stand.journals()),
                            new GoodsDone(lasting.projection(), stand.journals()),
                            sync::status,
                            questions,
                            lasting.ports().business(),
                            lasting.site().home().settings());
        } catch (RuntimeException | Error e) {
            parts.closeAfter(e);
            throw e;
        }
    }

    Succession.Stand stand() {
        return stand;
    }

    Journal journal() {
        return stand.journals().current();
    }

    TillDesk desk() {
        return desk;
    }

    /** From here on it sends. */
    void connect(TillPorts ports) {
        parts.and(pruner.start());
        parts.and(SyncThread.start(sync, inbox, ports.broken()));
        parts.and(telemetry.start());
    }

    /** All that waits is recorded and answered; the journal stays open. */
    @Override
    public void close() {
        parts.close();
    }

    private Recorder recorder(Lasting lasting) {
        TillPorts ports = lasting.ports();
        ExecutorService answers = parts.and(Executors.newVirtualThreadPerTaskExecutor());
        SingleWriter writer =
                parts.and(
                        new SingleWriter(SingleWriter.Limits.usual(), answers, ports.broken())
                                .start("writer"));
        Runnable forced =
                () -> {
                    lasting.projection().forced();
                    inbox.wake();
                };
        return new Recorder(
                stand.till(),
                stand.journals(),
                new Recorder.Ports(ports.signer(), ports.business(), ports.room(), forced),
                writer);
    }

    private SelfReport telemetry(Lasting lasting, Recorder recorder) {
        UnmarkedHere unmarked =
                new UnmarkedHere(journal(), this::status, lasting.ports().business());
        return new SelfReport(
                lasting.gauges()
                        .telemetry(
                                () -> recorder.view().masterDataVersion(),
                                unmarked,
                                lasting.ports().business()),
                lasting.gauges().interval(),
                new SelfReport.Way(this::status, inbox::wake));
    }

    private SyncStatus status() {
        return sync.status();
    }

    private SyncLoop sync(Lasting lasting, Adoption adoption, GrantSink grants, Releases releases) {
        TillSite site = lasting.site();
        TillPorts ports = lasting.ports();
        return new SyncLoop(
                new OwnJournal(journal(), ports.signer(), site.gateway(), site.keys().gateway()),
                new SyncPorts(
                        ports.uplink().apply(inbox),
                        new MarkFile(site.markFile()),
                        sink(adoption, site.masterSpool()),
                        new SyncPorts.Continuing(grants, ended(ports.signer())),
                        told -> {
                            Optional<String> wrong = releases.take(told);
                            pruner.wake();
                            return wrong;
                        },
                        telemetry,
                        questions,
                        site.batchBytes()),
                ports.real(),
                ports.random());
    }

    /** Those that the next one goes on from, as far as both lie on this disk. */
    private List<EndedJournal> ended(Signer signer) {
        List<Journal> all = new ArrayList<>(stand.journals().earlier());
        all.add(journal());
        List<EndedJournal> ended = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            Journal before = all.get(i - 1);
            continued(all.get(i))
                    .filter(grant -> grant.continued().equals(before.id()))
                    .map(grant -> EndedJournal.of(before, grant, signer))
                    .filter(journal -> journal.last() > 0)
                    .ifPresent(ended::add);
        }
        return ended;
    }

    private static Optional<EpochGrant> continued(Journal journal) {
        if (journal.forced().sequence() == 0) return Optional.empty();
        Event first = EntryCodec.decode(journal.entry(1)).event();
        return first instanceof JournalContinued from
                ? Optional.of(from.grant())
                : Optional.empty();
    }

    private static MasterDataSink sink(Adoption adoption, Path parts) {
        MasterSpool spool = new MasterSpool(parts, adoption::hasRoomFor);
        return new MasterDataSink() {
            @Override
            public MasterSpool spool() {
                return spool;
            }

            @Override
            public long version() {
                return adoption.held();
            }

            @Override
            public Optional<Long> take(Path file) {
                return adoption.take(file);
            }
        };
    }
}
