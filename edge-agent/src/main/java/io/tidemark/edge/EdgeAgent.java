package io.tidemark.edge;

import io.tidemark.edge.catalogue.Catalogues;
import io.tidemark.edge.epoch.KeptGrants;
import io.tidemark.edge.epoch.Succession;
import io.tidemark.edge.ledger.FollowedEpoch;
import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.edge.record.Journals;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.sync.MarkFile;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.Opened;
import io.tidemark.node.home.Ports;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import io.tidemark.node.telemetry.MeasuredDisk;
import io.tidemark.node.web.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A till: its journal, the one writer, the tables that follow, the page and API on this machine,
 * and the loop that gets it all to the gateway. Composed here and nowhere else, of parts that take
 * their clock and their ports, so that a simulator runs the same code.
 */
public final class EdgeAgent implements RunningNode {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeAgent.class);

    private final Opened parts = new Opened();
    private final LoopbackServer server;

    public static void main(String[] arguments) {
        NodeMain.main(new TillProgram(), arguments);
    }

    /** Opens the journals, which checks every byte of them, and brings the till up. */
    public EdgeAgent(TillSite site, TillPorts ports) {
        this(
                site,
                ports,
                Optional.empty(),
                Pages.prepare(ports.httpPort(), site.home(), ports.broken()::accept));
    }

    /**
     * @param grant a file that a person gives, to be taken up
     * @param pages closed with the till, and if it does not start
     */
    EdgeAgent(TillSite site, TillPorts ports, Optional<Path> grant, Pages pages) {
        parts.and(pages);
        try {
            server = assemble(site, ports, grant, pages);
        } catch (RuntimeException | Error e) {
            parts.closeAfter(e);
            throw e;
        }
    }

    private LoopbackServer assemble(
            TillSite site, TillPorts ports, Optional<Path> grant, Pages pages) {
        KeptGrants grants = KeptGrants.in(grants(site, ports));
        TillGauges gauges = TillGauges.of(site, ports.real());
        Succession succession = succession(site, ports, grants, gauges);
        Succession.Stand stand = succession.open(grant.map(grants::offered));
        AtomicReference<Journals> journals = new AtomicReference<>(stand.journals());
        parts.and(() -> journals.get().current().close());
        Projection projection = parts.and(projection(site, journals::get));
        TillLife.Lasting lasting =
                new TillLife.Lasting(
                        site,
                        ports,
                        projection,
                        catalogues(site, ports, stand.till()),
                        journals,
                        gauges);
        ChangeOfEpoch epochs =
                parts.and(
                        new ChangeOfEpoch(
                                new ChangeOfEpoch.Rules(grants, succession),
                                lasting,
                                stand,
                                pages.desks()));
        LoopbackServer started = parts.and(pages.open());
        warmUp(site, started);
        epochs.connect();
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

    private static KeptGrants.Place grants(TillSite site, TillPorts ports) {
        return new KeptGrants.Place(
                site.home().directory(),
                new KeptFiles(ports.broken()::accept),
                site.workplace().journal().node(),
                site.keys().grants(),
                journal -> Files.isDirectory(site.journalDirectory(journal)));
    }

    private static Succession succession(
            TillSite site, TillPorts ports, KeptGrants grants, TillGauges gauges) {
        return new Succession(
                new Succession.Home(
                        site.workplace(),
                        site.home().journals(),
                        site.journalKey(),
                        site.keys().own()),
                grants,
                new Succession.Writing(
                        ports.signer(),
                        ports.business(),
                        journal -> LostJournal.require(site, journal),
                        () ->
                                new MarkFile(site.markFile())
                                        .read()
                                        .filter(mark ->
                                                mark.isBy(site.gateway(), site.keys().gateway())),
                        disk -> new MeasuredDisk(disk, gauges.forces())));
    }

    private static Projection projection(TillSite site, Supplier<Journals> journals) {
        Journals now = journals.get();
        List<FollowedJournal> followed =
                Stream.concat(now.earlier().stream(), Stream.of(now.current()))
                        .map(Journal::id)
                        .<FollowedJournal>map(id -> FollowedEpoch.of(id, journals))
                        .toList();
        return Projection.start(
                new ProjectionPlace(site.home().projection(), site.keys().journalKey()),
                new TillSchema(),
                followed);
    }

    private static Catalogues catalogues(TillSite site, TillPorts ports, Till till) {
        Catalogues catalogues =
                new Catalogues(
                        site.masterDataFiles(),
                        () -> site.workplace().timeAt(ports.business().instant()).toLocalDate());
        catalogues.load(till.masterData());
        return catalogues;
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
        parts.close();
    }
}
