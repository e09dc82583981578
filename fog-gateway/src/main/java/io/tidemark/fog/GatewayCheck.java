package io.tidemark.fog;

import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Repetitions;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.masterdata.MasterDataFiles;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.store.LogOfLives;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.receive.MarkNote;
import io.tidemark.ledger.seal.LogFold;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Opened;
import io.tidemark.node.home.PrunedPart;
import io.tidemark.node.home.UnsignedEnd;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Verification.Check;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks everything a stopped gateway keeps: each journal to the last byte, the marks given for it,
 * each close-down folded again from the journals, and the tables.
 */
final class GatewayCheck {
    private static final String FETCHED_AGAIN =
            "; the next start fetches it again from head office";

    private final NodeStart start;
    private final NodeIdentity identity;
    private final Roster roster;
    private final JournalKey key;
    private final GatewayPlaces places;
    private final OwnLife life;
    private final List<Check> checks = new ArrayList<>();

    GatewayCheck(NodeStart start) {
        this.start = start;
        this.identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        this.roster = identity.roster();
        this.key = JournalKey.of(identity.journalKey());
        this.places = new GatewayPlaces(start.home());
        this.life =
                OwnLife.of(
                        identity.journal(),
                        new Grants(
                                places.grants(),
                                new KeptFiles(start.halting()),
                                Grants.Authority.of(roster)));
    }

    Verification all() {
        List<DeviceJournal> journals = new ArrayList<>();
        try (Opened opened = new Opened()) {
            List<JournalId> all = places.journals().identities(roster, identity.name().store());
            for (JournalId journal : all) device(journal, opened).ifPresent(journals::add);
            Optional<StoreJournal> store = store(opened);
            boolean complete = store.isPresent() && journals.size() == all.size();
            if (complete) {
                masterData(store.orElseThrow());
                closeDowns(journals, store.orElseThrow());
                log(store.orElseThrow());
                projection(journals, store.orElseThrow());
            }
        }
        return new Verification(checks);
    }

    private Optional<DeviceJournal> device(JournalId id, Opened opened) {
        String what = "journal " + id.label();
        try {
            DeviceJournal journal = DeviceJournals.openToRead(id, roster, key, places.journals());
            opened.and(journal.journal());
            checks.add(sound(what, journal.journal()));
            marks(journal.journal(), identity.name(), "given by this gateway");
            return Optional.of(journal);
        } catch (JournalDamaged damaged) {
            checks.add(Check.wrong(what, String.valueOf(damaged.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<StoreJournal> store(Opened opened) {
        String what = "journal " + life.journal().label();
        try {
            StoreCalendar calendar =
                    StoreCalendar.of(Parts.factsOf(identity), start.clock(roster.laboratory()));
            StoreJournal store =
                    opened.and(
                            StoreJournal.openToRead(
                                    new StoreJournal.Own(
                                            Parts.ownJournal(identity, key, life),
                                            identity.signer(),
                                            calendar,
                                            Parts.earlierLives(identity, key, life, places),
                                            () -> {}),
                                    Parts.factsOf(identity).currency(),
                                    places.journals().journals()));
            checks.add(
                    sound(what, store.journal())
                            .noting(
                                    UnsignedEnd.of(
                                            store.journal().forced(),
                                            store.journal().signedHead())));
            marks(store.journal(), Parts.headOfficeOf(roster).name(), "given by head office");
            return Optional.of(store);
        } catch (JournalDamaged damaged) {
            checks.add(Check.wrong(what, String.valueOf(damaged.getMessage())));
            return Optional.empty();
        }
    }

    private void marks(Journal journal, NodeName giver, String by) {
        try {
            new MarkNote(FileStorage.toRead(places.marks()), journal.id())
                    .read()
                    .ifPresent(mark -> checks.add(mark(journal, mark, giver, by)));
        } catch (Malformed e) {
            checks.add(
                    Check.wrong("mark of " + journal.id().label(), String.valueOf(e.getMessage())));
        }
    }

    private Check mark(Journal journal, Mark mark, NodeName giver, String by) {
        String what = "mark " + mark.sequence() + " of " + journal.id().label() + ", " + by;
        if (!mark.origin().equals(journal.id()) || !mark.isBy(giver, roster.verifier(giver)))
            return Check.wrong(what, "it is not signed by " + giver + " about this journal");
        return MarkNote.shortfall(mark, journal.forced().sequence(), journal::hashAt)
                .map(lost -> Check.wrong(what, lost))
                .orElseGet(() -> Check.sound(what));
    }

    private void closeDowns(List<DeviceJournal> journals, StoreJournal store) {
        Refold refold = new Refold(journals, store::stockAfter);
        List<Refold.Difference> differences = refold.differences(store.state());
        long pruned = refold.pruned(store.state());
        String what =
                "close-downs, "
                        + (store.state().history().closed().size() - pruned)
                        + " folded again"
                        + (pruned == 0
                                ? ""
                                : ", "
                                        + pruned
                                        + " of pruned days as they were signed; their receipts are in head"
                                        + " office's archive");
        checks.add(
                differences.isEmpty()
                        ? Check.sound(what)
                        : Check.wrong(
                                what,
                                differences.stream()
                                        .map(Refold.Difference::text)
                                        .collect(Collectors.joining(". "))));
        checks.add(new ArticlesCheck(store, refold).check());
    }

    /** Every head of the store's log, held against the close-downs before it. */
    private void log(StoreJournal store) {
        if (!store.state().isWhole()) return;
        LogFold fold = LogOfLives.of(earlier(), store.journal(), identity.roster());
        String what = "log of " + fold.size() + " close-downs and supplements, every signed head";
        Optional<String> unsigned =
                store.state().isLogSigned()
                        ? Optional.empty()
                        : Optional.of("its end is not signed yet; the next start does that");
        checks.add(
                fold.faults().isEmpty()
                        ? Check.sound(what).noting(unsigned)
                        : Check.wrong(what, String.join("; ", fold.faults())));
    }

    private EarlierLives earlier() {
        return Parts.earlierLives(identity, key, life, places);
    }

    private void masterData(StoreJournal store) {
        store.state()
                .masterData()
                .ifPresent(adopted -> {
                    String what = "master data, version " + adopted.version();
                    Path files = start.home().directory().resolve("master-data");
                    checks.add(
                            new MasterDataFiles(files, new KeptFiles(start.halting()), Room.ENDLESS)
                                    .resume(adopted)
                                    .map(why -> Check.wrong(what, why + FETCHED_AGAIN))
                                    .orElseGet(() -> Check.sound(what)));
                });
    }

    private void projection(List<DeviceJournal> journals, StoreJournal store) {
        Path directory = start.home().directory().resolve("projection");
        if (!Files.isDirectory(directory)) return;
        List<FollowedJournal> followed = new ArrayList<>();
        List<Journal> received = journals.stream().map(DeviceJournal::journal).toList();
        Repetitions repetitions = new Repetitions(() -> received);
        received.forEach(journal -> followed.add(repetitions.followed(journal)));
        followed.add(FollowedJournal.of(store.journal()));
        ProjectionPlace place = new ProjectionPlace(directory, identity.journalKey());
        checks.add(
                Projection.doubts(place, new GatewaySchema(), followed)
                        .map(why -> Check.sound("tables, which the next start builds anew: " + why))
                        .orElseGet(() -> Check.sound("tables")));
    }

    private static Check sound(String what, Journal journal) {
        long entries = journal.forced().sequence();
        int segments = journal.segments().size();
        return Check.sound(
                what
                        + ", "
                        + entries
                        + (entries == 1 ? " entry in " : " entries in ")
                        + segments
                        + (segments == 1 ? " segment" : " segments")
                        + ": every byte, the chain and its signed heads"
                        + PrunedPart.of(journal.segments()));
    }
}
