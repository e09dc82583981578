package io.tidemark.edge;

import io.tidemark.edge.catalogue.MasterDataFiles;
import io.tidemark.edge.ledger.FollowedTill;
import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.sync.MarkFile;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Verification.Check;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks all data of a stopped till: journal, mark, master data, tables. */
final class TillCheck {
    private final TillSite site;
    private final List<Check> checks = new ArrayList<>();

    TillCheck(TillSite site) {
        this.site = site;
    }

    Verification run() {
        Till till = new Till(site.workplace());
        try (Journal journal =
                Journal.open(
                        site.workplace().journal(),
                        new FileStorage(site.journalDirectory()),
                        site.journalKey(),
                        site.keys().own(),
                        (sequence, hash, bytes) ->
                                till.apply(new Head(sequence, hash), EntryCodec.decode(bytes)))) {
            journal(journal);
            mark(journal);
            masterData(till);
            tables(journal);
        } catch (JournalDamaged damaged) {
            checks.add(
                    Check.wrong(
                            "journal " + site.workplace().journal().label(),
                            String.valueOf(damaged.getMessage())));
        }
        return new Verification(checks);
    }

    private void journal(Journal journal) {
        checks.add(
                Check.sound(
                        "journal "
                                + journal.id().label()
                                + ", "
                                + journal.forced().sequence()
                                + " entries in "
                                + journal.segments().size()
                                + " segments: every byte, the chain, every signed head"));
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
                Projection.doubts(place, new TillSchema(), List.of(new FollowedTill(journal)))
                        .map(why ->
                                Check.sound(
                                        "tables: will be built anew at the next start, since "
                                                + why))
                        .orElseGet(() -> Check.sound("tables: every row as the journal has it")));
    }
}
