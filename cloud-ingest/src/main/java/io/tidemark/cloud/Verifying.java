package io.tidemark.cloud;

import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.cloud.ledger.HeadOfficeSchema;
import io.tidemark.cloud.masterdata.PublishedCheck;
import io.tidemark.cloud.storelogs.LogReading;
import io.tidemark.cloud.storelogs.LogStanding;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalCheck;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.receive.MarkNote;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Opened;
import io.tidemark.node.home.UnsignedEnd;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Verification.Check;
import io.tidemark.node.home.Watching;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Checks everything head office keeps: each journal to the last byte, the marks given for it, each
 * close-down's form, the published master data, and the tables.
 */
final class Verifying {
    /** The gateways' journals; head office's own holds no close-downs. */
    private static final Collector<JournalId, ?, SortedMap<String, List<JournalId>>> BY_STORE =
            Collectors.filtering(
                    id -> !id.node().isHeadOffice(),
                    Collectors.groupingBy(
                            id -> id.node().store(), TreeMap::new, Collectors.toList()));

    private final NodeHome home;
    private final Watching watching;
    private final NodeIdentity identity;
    private final Roster roster;
    private final JournalKey key;
    private final FileStorage marks;
    private final List<Check> checks = new ArrayList<>();

    Verifying(NodeStart start) {
        this.home = start.home();
        this.watching = start.watching();
        this.identity = NodeIdentity.open(home.identity(), start.passphrase());
        this.roster = identity.roster();
        this.key = JournalKey.of(identity.journalKey());
        this.marks = FileStorage.toRead(new HeadOfficePlaces(home).marks());
    }

    Verification all() {
        List<JournalId> journals =
                new ArrayList<>(StoreJournals.identities(home.journals(), roster));
        journals.add(identity.journal());
        boolean untouched = true;
        for (JournalId id : journals) untouched &= journal(id);
        if (untouched) journals.stream().collect(BY_STORE).forEach(this::log);
        if (untouched && Files.isDirectory(home.projection())) tables(journals);
        return new Verification(checks);
    }

    /** False if the journal is damaged, or opening it would cut a torn end. */
    private boolean journal(JournalId id) {
        Path directory = home.journals().resolve(id.label());
        if (!Files.isDirectory(directory)) return mark(id, new JournalReading(noted(id)), 0);
        JournalReading reading = new JournalReading(noted(id));
        FileStorage storage = FileStorage.toRead(directory);
        EntryVisitor watched = watching.over(id, reading);
        return switch (JournalCheck.check(whose(id), storage, watched)) {
            case JournalCheck.Damaged damaged -> {
                checks.add(Check.wrong("journal " + id.label(), wrong(damaged)));
                yield false;
            }
            case JournalCheck.Intact intact -> {
                checks.add(
                        reading.check(
                                        "journal "
                                                + id.label()
                                                + ", "
                                                + intact.entries()
                                                + " entries, "
                                                + intact.signedHeads()
                                                + " signed heads")
                                .noting(UnsignedEnd.of(intact.head(), intact.signedHead())));
                boolean marked = mark(id, reading, intact.entries());
                if (id.equals(identity.journal())) masterData(reading);
                yield marked && intact.tornBytes() == 0;
            }
        };
    }

    private static String wrong(JournalCheck.Damaged damaged) {
        return damaged.first().getMessage()
                + ". "
                + damaged.entriesReadable()
                + " entries are intact here, the last of them "
                + damaged.lastReadable();
    }

    private Optional<Mark> noted(JournalId id) {
        try {
            return new MarkNote(marks, id).read();
        } catch (Malformed e) {
            checks.add(Check.wrong("mark of " + id.label(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private boolean mark(JournalId id, JournalReading reading, long last) {
        Optional<Mark> noted = reading.mark();
        if (noted.isEmpty()) return true;
        String what = "mark " + noted.get().sequence() + " of " + id.label();
        if (!noted.get().isBy(identity.name(), roster.verifier(identity.name())))
            return wrong(what, "head office has not signed it: remove the file");
        return MarkNote.shortfall(noted.get(), last, reading::hashAtMark)
                .map(wrong -> wrong(what, wrong))
                .orElseGet(() -> checks.add(Check.sound(what)));
    }

    private boolean wrong(String what, String wrong) {
        checks.add(Check.wrong(what, wrong));
        return false;
    }

    private void masterData(JournalReading reading) {
        reading.published()
                .ifPresent(published -> {
                    String what = "master data, version " + published.version();
                    checks.add(
                            PublishedCheck.fault(
                                            home.masterData(),
                                            published,
                                            roster.verifier(identity.name()))
                                    .map(wrong -> Check.wrong(what, wrong))
                                    .orElseGet(() -> Check.sound(what)));
                });
    }

    /** Every signed head of a store's log, held against the close-downs before it. */
    private void log(String store, List<JournalId> lives) {
        try (Opened opened = new Opened()) {
            List<Journal> journals = new ArrayList<>();
            for (JournalId id : lives) journals.add(opened.and(open(id)));
            LogReading reading = new LogReading(roster);
            reading.readOn(journals);
            LogStanding standing = reading.standing(store);
            String what =
                    "log of "
                            + store
                            + ", "
                            + standing.size()
                            + " close-downs and supplements, every signed head";
            checks.add(
                    standing.faults().isEmpty()
                            ? Check.sound(what)
                            : Check.wrong(what, String.join("; ", standing.faults())));
        }
    }

    private void tables(List<JournalId> journals) {
        try (Opened opened = new Opened()) {
            List<FollowedJournal> followed = new ArrayList<>();
            for (JournalId id : journals) followed.add(FollowedJournal.of(opened.and(open(id))));
            ProjectionPlace place = new ProjectionPlace(home.projection(), identity.journalKey());
            checks.add(
                    Projection.doubts(place, new HeadOfficeSchema(), followed)
                            .map(why ->
                                    Check.sound("tables, which the next start builds anew: " + why))
                            .orElseGet(() -> Check.sound("tables")));
        }
    }

    private Journal open(JournalId id) {
        FileStorage storage = FileStorage.toRead(home.journals().resolve(id.label()));
        return Journal.openToRead(whose(id), storage, EntryVisitor.NOBODY);
    }

    private Whose whose(JournalId id) {
        Provenance provenance = Provenance.of(id, identity.name());
        return new Whose(id, key, roster.verifier(id), provenance);
    }
}
