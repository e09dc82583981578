package io.tidemark.edge;

import io.tidemark.edge.epoch.TakenIn;
import io.tidemark.edge.ledger.FollowedEpoch;
import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.edge.record.Replay;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.sync.MarkFile;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalCheck;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.home.PrunedPart;
import io.tidemark.node.home.UnsignedEnd;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Verification.Check;
import io.tidemark.node.home.Watching;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks all data of a stopped till: journal, mark, master data, tables. */
final class TillCheck {
    private static final Pattern EPOCH = Pattern.compile("[1-9][0-9]{0,8}");

    private final TillSite site;
    private final Watching watching;
    private final List<Check> checks = new ArrayList<>();
    private final List<Journal> journals = new ArrayList<>();
    private Till current;

    TillCheck(TillSite site, Watching watching) {
        this.site = site;
        this.watching = watching;
        this.current = new Till(site.workplace());
    }

    Verification run() {
        List<JournalId> epochs = epochs();
        if (epochs.isEmpty())
            return new Verification(List.of(Check.sound("journal: nothing recorded yet")));
        boolean whole = true;
        for (JournalId epoch : epochs) whole &= journal(epoch);
        if (whole) rest();
        return new Verification(checks);
    }

    /** The journals of this till that lie here, oldest first. */
    private List<JournalId> epochs() {
        JournalId first = site.workplace().journal();
        Path directory = site.home().journals();
        if (!Files.isDirectory(directory)) return List.of();
        String prefix = first.label().substring(0, first.label().lastIndexOf('.') + 1);
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .filter(epoch -> EPOCH.matcher(epoch).matches())
                    .map(epoch -> new JournalId(first.node(), Integer.parseInt(epoch)))
                    .sorted(Comparator.comparingInt(JournalId::epoch))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the journals in " + directory, e);
        }
    }

    /** Whether it is sound and ends where it was closed. */
    private boolean journal(JournalId epoch) {
        Till till = new Till(site.workplace().in(epoch));
        JournalCheck.Checked found =
                JournalCheck.open(
                        new Whose(epoch, site.journalKey(), site.keys().own()),
                        FileStorage.toRead(site.journalDirectory(epoch)),
                        watching.over(epoch, new Replay(till)));
        current = till;
        found.journal().ifPresent(journals::add);
        return switch (found.result()) {
            case JournalCheck.Damaged damaged -> {
                checks.add(damaged(damaged));
                yield false;
            }
            case JournalCheck.Intact intact -> {
                checks.add(
                        Check.sound(journal(intact))
                                .noting(UnsignedEnd.of(intact.head(), intact.signedHead())));
                if (intact.tornBytes() > 0)
                    checks.add(
                            Check.sound(
                                    "mark and tables: to be checked after the next start, which cuts the torn tail"));
                yield intact.tornBytes() == 0;
            }
        };
    }

    private void rest() {
        masterData(current);
        for (int i = 1; i < journals.size(); i++) succession(journals.get(i), journals);
        mark(journals.getLast());
        tables(journals);
    }

    /** Whether it goes on from what is here of the journal before, entry by entry. */
    private void succession(Journal journal, List<Journal> all) {
        String what = "journal " + journal.id().label() + " goes on from ";
        if (journal.forced().sequence() == 0) {
            checks.add(Check.sound(what + "the one before: the next start begins it"));
            return;
        }
        if (!(first(journal) instanceof JournalContinued from)) {
            checks.add(Check.wrong(what + "nothing", "its first entry does not say from where"));
            return;
        }
        all.stream()
                .filter(old -> old.id().equals(from.predecessor()))
                .findFirst()
                .ifPresent(old ->
                        checks.add(
                                TakenIn.difference(from, old, journal)
                                        .map(wrong -> Check.wrong(what + old.id().label(), wrong))
                                        .orElseGet(() ->
                                                Check.sound(
                                                        what
                                                                + old.id().label()
                                                                + ", "
                                                                + TakenIn.entries(from, journal)
                                                                + " of "
                                                                + from.branchEntries()
                                                                + " entries taken in"))));
    }

    private static Event first(Journal journal) {
        return EntryCodec.decode(journal.entry(1)).event();
    }

    private Check damaged(JournalCheck.Damaged damaged) {
        return Check.wrong(
                "journal " + damaged.journal().label(),
                damaged.first().getMessage()
                        + ". "
                        + damaged.entriesReadable()
                        + " entries can still be read");
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
                + PrunedPart.of(intact.segments())
                + torn;
    }

    private void mark(Journal journal) {
        Optional<Mark> kept = new MarkFile(site.markFile()).read();
        if (kept.isEmpty()) {
            checks.add(Check.sound("mark: none yet"));
            return;
        }
        Mark mark = kept.get();
        if (mark.origin().epoch() < journal.id().epoch()) {
            checks.add(Check.sound("mark: none yet of epoch " + journal.id().epoch()));
            return;
        }
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
        boolean there = site.masterDataFiles().isWhole(till.masterData().get());
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
    private void tables(List<Journal> journals) {
        ProjectionPlace place =
                new ProjectionPlace(site.home().projection(), site.keys().journalKey());
        checks.add(
                Projection.doubts(place, new TillSchema(), FollowedEpoch.all(journals))
                        .map(why ->
                                Check.sound(
                                        "tables: will be built anew at the next start, since "
                                                + why))
                        .orElseGet(() -> Check.sound("tables: every row as the journal has it")));
    }
}
