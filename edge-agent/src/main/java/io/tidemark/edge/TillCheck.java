package io.tidemark.edge;

import io.tidemark.edge.catalogue.MasterDataFiles;
import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.sync.MarkFile;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalCheck;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Verification.Check;
import io.tidemark.node.home.Watching;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks all data of a stopped till: journal, mark, master data, tables. */
final class TillCheck {
    private final TillSite site;
    private final Watching watching;
    private final List<Check> checks = new ArrayList<>();

    TillCheck(TillSite site, Watching watching) {
        this.site = site;
        this.watching = watching;
    }

    Verification run() {
        if (!Files.isDirectory(site.journalDirectory()))
            return new Verification(List.of(Check.sound("journal: nothing recorded yet")));
        Till till = new Till(site.workplace());
        switch (JournalCheck.check(
                site.workplace().journal(),
                FileStorage.toRead(site.journalDirectory()),
                site.journalKey(),
                site.keys().own(),
                watching.over(
                        site.workplace().journal(),
                        (sequence, hash, bytes) ->
                                till.apply(new Head(sequence, hash), EntryCodec.decode(bytes))))) {
            case JournalCheck.Intact intact -> all(intact, till);
            case JournalCheck.Damaged damaged -> checks.add(damaged(damaged));
        }
        return new Verification(checks);
    }

    private Check damaged(JournalCheck.Damaged damaged) {
        return Check.wrong(
                "journal " + damaged.journal().label(),
                damaged.first().getMessage()
                        + ". "
                        + damaged.entriesReadable()
                        + " entries can still be read");
    }

    private void all(JournalCheck.Intact intact, Till till) {
        checks.add(Check.sound(journal(intact)));
        masterData(till);
        if (intact.tornBytes() > 0) {
            checks.add(
                    Check.sound(
                            "mark and tables: to be checked after the next start, which cuts the torn tail"));
            return;
        }
        try (Journal journal =
                Journal.openToRead(
                        site.workplace().journal(),
                        FileStorage.toRead(site.journalDirectory()),
                        site.journalKey(),
                        site.keys().own(),
                        (sequence, hash, bytes) -> {})) {
            mark(journal);
            tables(journal);
        }
    }

    private static String journal(JournalCheck.Intact intact) {
        String torn =
                intact.tornBytes() > 0
                        ? "; " + intact.tornBytes() + " bytes of a write that nobody was told of"
                        : "";
        return "journal "
                + intact.journal().label()
                + ", "
                + intact.entries()
                + " entries, "
                + intact.signedHeads()
                + " signed heads, "
                + intact.segments().size()
                + " segments: every byte and the chain"
                + torn;
    }

    private void mark(Journal journal) {
        Optional<Mark> kept = new MarkFile(site.markFile()).read();
        if (kept.isEmpty()) {
            checks.add(Check.sound("mark: none yet"));
            return;
        }
        Mark mark = kept.get();
        String what = "mark of " + site.gateway() + " at entry " + mark.sequence();
        checks.add(
                wrongWith(mark, journal)
                        .map(wrong -> Check.wrong(what, wrong))
                        .orElseGet(() -> Check.sound(what)));
    }

    private Optional<String> wrongWith(Mark mark, Journal journal) {
        if (!mark.origin().equals(journal.id())) return Optional.of("it is about " + mark.origin());
        if (!mark.isBy(site.gateway(), site.keys().gateway()))
            return Optional.of(
                    "this gateway has not signed it; delete the file, the next connection brings the mark again");
        if (mark.sequence() > journal.forced().sequence())
            return Optional.of(
                    "the journal ends at entry "
                            + journal.forced().sequence()
                            + ": entries are lost here that the gateway has; restore the journal with its copy");
        return journal.hashAt(mark.sequence()).equals(mark.head().hash())
                ? Optional.empty()
                : Optional.of(
                        "the gateway has another entry there: a copied till, or an old disk put back");
    }

    private void masterData(Till till) {
        if (till.masterData().isEmpty()) {
            checks.add(Check.sound("master data: none adopted yet"));
            return;
        }
        long version = till.masterDataVersion();
        MasterDataFiles files =
                new MasterDataFiles(
                        site.home().masterData(), file -> file.isBy(site.keys().headOffice()));
        boolean there = files.load(till.masterData().get()).isPresent();
        checks.add(
                there
                        ? Check.sound("master data " + version + ", as adopted")
                        : Check.wrong(
                                "master data " + version,
                                "its file is missing or not what was adopted; connect the till to its gateway, it is fetched again"));
    }

    /**
     * Tables are never wrong for good: what would not be believed is built anew at the next start.
     */
    private void tables(Journal journal) {
        ProjectionPlace place =
                new ProjectionPlace(site.home().projection(), site.keys().journalKey());
        checks.add(
                Projection.doubts(place, new TillSchema(), List.of(FollowedJournal.of(journal)))
                        .map(why ->
                                Check.sound(
                                        "tables: will be built anew at the next start, since "
                                                + why))
                        .orElseGet(() -> Check.sound("tables: every row as the journal has it")));
    }
}
