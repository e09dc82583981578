package io.tidemark.fog;

import io.tidemark.fog.export.ClosedDays;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.masterdata.MasterDataFiles;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.masterdata.Business;
import io.tidemark.node.home.Halting;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Opened;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The store's journals opened to be read, every byte checked, of a stopped gateway or beside a
 * running one: its own, and those of all devices that have a part in one day.
 */
final class StoreAtHand implements AutoCloseable {
    private final Opened opened = new Opened();
    private final NodeIdentity identity;
    private final StoreCalendar calendar;
    private final StoreJournal store;
    private final List<DeviceJournal> journals = new ArrayList<>();
    private final Path home;
    private final Halting halting;

    private StoreAtHand(NodeStart start, LocalDate day) {
        home = start.home().directory();
        halting = start.halting();
        identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        GatewayPlaces places = new GatewayPlaces(start.home());
        JournalKey key = JournalKey.of(identity.journalKey());
        boolean beside = start.home().isBesideItsNode();
        calendar =
                StoreCalendar.of(
                        Parts.factsOf(identity), start.clock(identity.roster().laboratory()));
        store = opened.and(store(start, places, key));
        Set<String> devices = devices(day);
        for (JournalId id :
                places.journals().identities(identity.roster(), identity.name().store()))
            if (devices.contains(id.node().device())) journals.add(device(id, places, key, beside));
        journals.forEach(journal -> opened.and(journal.journal()));
    }

    static StoreAtHand of(NodeStart start, LocalDate day) {
        return new StoreAtHand(start, day);
    }

    private StoreJournal store(NodeStart start, GatewayPlaces places, JournalKey key) {
        OwnLife life =
                OwnLife.of(identity.journal(), Parts.grants(identity, places, start.halting()));
        StoreJournal.Own own =
                new StoreJournal.Own(
                        Parts.ownJournal(identity, key, life),
                        identity.signer(),
                        calendar,
                        Parts.earlierLives(identity, key, life, places),
                        () -> {});
        var currency = Parts.factsOf(identity).currency();
        return start.home().isBesideItsNode()
                ? StoreJournal.openBeside(own, currency, places.journals().journals())
                : StoreJournal.openToRead(own, currency, places.journals().journals());
    }

    /** What an epoch of a device repeats of another one is known by both. */
    private Set<String> devices(LocalDate day) {
        return store.state().history().of(day).stream()
                .flatMap(closed -> closed.tills().stream())
                .map(TillDay::device)
                .collect(Collectors.toSet());
    }

    private DeviceJournal device(
            JournalId id, GatewayPlaces places, JournalKey key, boolean beside) {
        return beside
                ? DeviceJournals.openBeside(id, identity.roster(), key, places.journals())
                : DeviceJournals.openToRead(id, identity.roster(), key, places.journals());
    }

    ClosedDays closedDays() {
        return new ClosedDays(
                identity.name(),
                Parts.factsOf(identity),
                journals,
                store.state(),
                new ClosedDays.OnPaper(identity.roster().laboratory(), store::products));
    }

    /** Whose the store is, as the master data that it sells by say; they may be here or not. */
    Business business() {
        MasterDataFiles files =
                new MasterDataFiles(
                        home.resolve("master-data"), new KeptFiles(halting), Room.ENDLESS);
        store.state().masterData().ifPresent(files::resume);
        return files.business();
    }

    StoreCalendar calendar() {
        return calendar;
    }

    @Override
    public void close() {
        opened.close();
    }
}
