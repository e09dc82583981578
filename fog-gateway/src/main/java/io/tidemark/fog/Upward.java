package io.tidemark.fog;

import io.tidemark.fog.closedown.BorneOutNote;
import io.tidemark.fog.closedown.BytesOnDisk;
import io.tidemark.fog.closedown.Recomputing;
import io.tidemark.fog.forks.ForkExchange;
import io.tidemark.fog.forks.Offers;
import io.tidemark.fog.forward.Archive;
import io.tidemark.fog.forward.Archiving;
import io.tidemark.fog.forward.Forwarding;
import io.tidemark.fog.forward.HttpFleet;
import io.tidemark.fog.forward.HttpHeadOffice;
import io.tidemark.fog.forward.HttpKeeping;
import io.tidemark.fog.forward.HttpLink;
import io.tidemark.fog.forward.HttpReceipts;
import io.tidemark.fog.forward.OpenSegments;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.masterdata.MasterDataFiles;
import io.tidemark.fog.masterdata.MasterDataPull;
import io.tidemark.fog.pruning.Releases;
import io.tidemark.fog.receipts.ReceiptDesk;
import io.tidemark.fog.receipts.ReceiptLookup;
import io.tidemark.fog.recover.HistoryFetch;
import io.tidemark.fog.recover.Rebuilding;
import io.tidemark.fog.telemetry.FleetLink;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.receive.MarkNote;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.home.Opened;
import io.tidemark.node.pruning.Pruner;
import io.tidemark.node.writer.SingleWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Everything between a gateway and head office: what goes up (the store's journal, the archive,
 * forks) and what comes down (earlier close-downs, grants, master data). Nothing in the store waits
 * for any of it.
 */
final class Upward {
    private final Ground ground;
    private final Ledgers ledgers;
    private final SingleWriter writer;
    private final Lanes lanes;
    private final ToDevices toDevices;
    private final Opened opened;
    private final HttpLink way;
    private final HttpHeadOffice link;

    /** Who writes the store's journal, who the devices' are, and how those are spoken to. */
    record Inside(SingleWriter writer, Lanes lanes, ToDevices toDevices) {}

    /** What the rest of a gateway sees of it. */
    record Open(
            Forwarding forwarding,
            MasterDataFiles masterData,
            Releases releases,
            FleetLink fleet,
            Recomputing recomputing) {}

    private Upward(Ground ground, Ledgers ledgers, Inside inside, Opened opened) {
        this.ground = ground;
        this.ledgers = ledgers;
        this.writer = inside.writer();
        this.lanes = inside.lanes();
        this.toDevices = inside.toDevices();
        this.opened = opened;
        NodeSettings.Peer peer = ground.start.settings().headOfficeOrRefuse();
        this.way =
                opened.and(
                        new HttpLink(
                                peer.host(),
                                peer.port(),
                                ground.identity.tls().clientContext(ground.headOffice.name())));
        this.link = new HttpHeadOffice(way);
    }

    static Open open(Ground ground, Ledgers ledgers, Inside inside, Opened opened) {
        return new Upward(ground, ledgers, inside, opened).open();
    }

    private Open open() {
        new EmptyDisk(ground, ledgers).refuseIfKnownTo(link);
        opened.and(history().start(ground.start.halting()));
        Archive archive = archive();
        Recomputing recomputing = recomputing();
        Forwarding forwarding =
                opened.and(forwarding(archive, recomputing).start(ground.start.halting()));
        opened.and(recomputing.start(forwarding::wake, ground.start.halting()));
        Archiving archiving =
                opened.and(archiving(archive, forwarding).start(ground.start.halting()));
        ledgers.storeForced().wakes(recomputing::wake);
        ledgers.storeForced().wakes(forwarding::wake);
        ledgers.storeForced().wakes(archiving::wake);
        opened.and(exchange().start(ground.start.halting()));
        opened.and(receipts(forwarding).start(ground.start.halting()));
        ground.grants.ending(ground.life.journal()).ifPresent(this::granted);
        MasterDataFiles masterData =
                new MasterDataFiles(ground.start.home().masterData(), ground.disk, ground.room);
        opened.and(pull(masterData, forwarding).start(ground.start.halting()));
        return new Open(
                forwarding,
                masterData,
                releases(archive, forwarding),
                new HttpFleet(way),
                recomputing);
    }

    /** What is released is told to its device, and what is old enough here goes here, too. */
    private Releases releases(Archive archive, Forwarding forwarding) {
        AtomicReference<Optional<Pruner>> pruner = new AtomicReference<>(Optional.empty());
        Releases releases =
                new Releases(
                        new Releases.Evidence(
                                ledgers.store(), forwarding::heardMark, archive::isKept),
                        ledgers.journals(),
                        ground.self(),
                        release -> {
                            toDevices.release(release);
                            pruner.get().ifPresent(Pruner::wake);
                        });
        Pruner own =
                new Pruner(
                        () -> prunable(releases, archive),
                        ground.room,
                        ground.start.halting()::halt);
        pruner.set(Optional.of(own));
        opened.and(own.start());
        // Cut before the pruner is waited for, which may be asking head office.
        opened.and(way);
        return opened.and(releases.start(ground.start.halting()));
    }

    private Optional<Pruner.Due> prunable(Releases releases, Archive archive) {
        return ledgers.journals().all().stream()
                .filter(DeviceJournal::isUndisputed)
                .flatMap(journal ->
                        releases.of(journal.id()).stream()
                                .flatMap(release -> prunable(journal, release).stream()))
                .filter(due -> archive.isThere(due.journal().id(), due.what().segment()))
                .findFirst();
    }

    private Optional<Pruner.Due> prunable(DeviceJournal journal, Release release) {
        return ground.retention
                .next(
                        journal.journal().segments(),
                        release.upTo().sequence(),
                        ground.calendar.today(),
                        release.closed())
                .map(due -> new Pruner.Due(journal.journal(), due));
    }

    /** Where head office's marks of this gateway's journal are noted. */
    private MarkNote marks() {
        return new MarkNote(new FileStorage(ground.places.marks()), ground.life.journal());
    }

    private HistoryFetch history() {
        return new HistoryFetch(
                ground.earlier,
                new Rebuilding(
                        new Rebuilding.Place(
                                ground.earlier.directory(), ground.key, ground.places.archive()),
                        new HttpKeeping(way, ground.identity.name()),
                        ground.roster),
                new HistoryFetch.Target(ledgers.store(), writer, ground.facts.currency()),
                ground.alerts);
    }

    private Archive archive() {
        return new Archive(
                new Archive.Place(
                        ground.places.archive(),
                        ground.disk,
                        ground.room,
                        ground.life.journal().epoch()),
                ledgers::all,
                ground.facts.recoveryPublicKey(),
                new Archive.Keeper(
                        ground.headOffice.name(),
                        ground.roster.verifier(ground.headOffice.name()),
                        () ->
                                ground.archived.heard(
                                        new HttpKeeping(way, ground.identity.name()).archived())));
    }

    private Recomputing recomputing() {
        return new Recomputing(
                ledgers.store(),
                ledgers.journals()::all,
                new BytesOnDisk.Files(
                        ground.key,
                        id -> FileStorage.toRead(ground.places.journals().of(id)),
                        ground.roster::verifier),
                new Recomputing.Before(
                        marks().read().map(Mark::sequence).orElse(0L),
                        new BorneOutNote(
                                ground.places.marks(), ground.disk, ledgers.store().journal())),
                new Recomputing.Shown(ground.alerts, ground.changes));
    }

    private Forwarding forwarding(Archive archive, Recomputing recomputing) {
        return new Forwarding(
                new Forwarding.Own(
                        ledgers.store().journal(), ground.identity.signer(), recomputing::sendable),
                link,
                new Forwarding.Receiver(
                        ground.headOffice.name(),
                        ground.roster.verifier(ground.headOffice.name()),
                        marks()),
                new Forwarding.Shown(
                        ground.calendar.clock(), ground.changes, ground.alerts, archive::pending));
    }

    private Archiving archiving(Archive archive, Forwarding forwarding) {
        return new Archiving(
                archive,
                link,
                new Archiving.First(openSegments(), forwarding::isBehind),
                ground.alerts);
    }

    private OpenSegments openSegments() {
        return new OpenSegments(() ->
                ledgers.journals().all().stream()
                        .map(journal ->
                                new OpenSegments.Watched(
                                        journal.journal(),
                                        () -> !ground.devices.of(journal.device()).online(),
                                        () -> lanes.closeSegment(journal)))
                        .toList());
    }

    private ForkExchange exchange() {
        return new ForkExchange(
                ledgers.forks(),
                new ForkExchange.Asked(link, ForkExchange.EVERY),
                new ForkExchange.Decided(
                        ground.grants, ground.facts.store(), this::granted, this::offerAgain),
                ground.alerts);
    }

    /** What head office is shown of a receipt comes from here, after all that is forwarded. */
    private ReceiptDesk receipts(Forwarding forwarding) {
        return new ReceiptDesk(
                new HttpReceipts(way),
                new ReceiptLookup(id -> ledgers.journals().of(id).map(DeviceJournal::journal)),
                forwarding::isBehind);
    }

    private MasterDataPull pull(MasterDataFiles masterData, Forwarding forwarding) {
        return new MasterDataPull(
                link,
                new MasterDataPull.Signed(
                        ground.roster.organisation(),
                        ground.facts.store(),
                        ground.roster.verifier(ground.headOffice.name())),
                new MasterDataPull.Target(
                        masterData,
                        writer,
                        ledgers.store(),
                        ground.calendar,
                        news -> toDevices.announce(news, ledgers.journals().devices()),
                        forwarding::heardOf,
                        MasterDataPull.EVERY),
                ground.alerts);
    }

    /** What a device had no room for, or was told while it was not there. */
    private void offerAgain() {
        for (NodeName device : ledgers.journals().devices())
            if (ground.devices.of(device).online())
                ledgers.offers().to(device).forEach(toDevices::offer);
    }

    private void raiseOutlived(EpochGrant grant) {
        ground.alerts.raise(
                Alert.Kind.GRANT,
                grant.continued().node().device(),
                "the grant of epoch "
                        + grant.successor().epoch()
                        + " knows of entries up to "
                        + grant.end().sequence()
                        + ", and more was accepted since, or a later epoch has begun: it is not"
                        + " handed on. Where the till still stands still, have another one signed"
                        + " on what is here now");
    }

    /**
     * A device is told, now and whenever it greets until it has acted. This gateway's own journal
     * goes on in its new epoch at the next start.
     */
    private void granted(EpochGrant grant) {
        if (!grant.continued().node().equals(ground.identity.name())) {
            ledgers.epochs().granted(grant);
            Offers offers = ledgers.offers();
            if (offers.isOutlived(grant)) raiseOutlived(grant);
            offers.to(grant.successor().node()).forEach(toDevices::offer);
            return;
        }
        ground.alerts.raise(
                Alert.Kind.GRANT,
                ground.identity.name().device(),
                grant.approver()
                        + " decided that this gateway goes on in epoch "
                        + grant.successor().epoch()
                        + " ("
                        + grant.reason()
                        + "): stop it and start it again");
    }
}
