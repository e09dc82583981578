package io.tidemark.fog.intake;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.RepeatsFold;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.projection.FollowedJournal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What a device's journal brought with a branch that an earlier epoch of it has already: close-down
 * and tables count it there. For any thread.
 */
public final class Repetitions {
    private final Supplier<List<Journal>> journals;
    private final Map<JournalId, Long> branchEnds = new ConcurrentHashMap<>();
    private final Map<JournalId, Found> known = new ConcurrentHashMap<>();

    /**
     * @param journals of all devices, in all their epochs
     */
    public Repetitions(Supplier<List<Journal>> journals) {
        this.journals = journals;
    }

    private record Pair(JournalId earlier, JournalId later) {}

    /** Up to where an earlier one was held against a later one's branch, and nothing repeated. */
    private final Map<Pair, Long> against = new ConcurrentHashMap<>();

    /**
     * @param upon where the journals ended; with more of them there may be more
     */
    private record Found(List<Head> upon, Repeats repeats) {}

    public Repeats of(Journal journal) {
        long end = Math.min(branchEnd(journal), journal.forced().sequence());
        if (end < 2) return Repeats.NONE;
        List<Journal> earlier =
                journals.get().stream().filter(each -> precedes(each, journal)).toList();
        List<Head> upon =
                Stream.concat(
                                Stream.of(new Head(end, journal.hashAt(end))),
                                earlier.stream().map(Journal::forced))
                        .toList();
        Found before = known.get(journal.id());
        if (before != null && before.upon().equals(upon)) return before.repeats();
        Repeats found = found(journal, end, earlier);
        known.put(journal.id(), new Found(upon, found));
        return found;
    }

    /** Entries of a journal, from one to another. */
    private record Stretch(Journal journal, long from, long to) {
        private void show(EntryVisitor visitor) {
            if (from <= to) journal.replay(from, to, visitor);
        }
    }

    /** As tables follow it. */
    public FollowedJournal followed(Journal journal) {
        return FollowedJournal.of(
                journal,
                sequence -> !repeats(journal, sequence),
                applied -> turn(journal, applied));
    }

    /**
     * What a branch repeats of earlier epochs is left out where these came first. So a branch waits
     * for what is here of them; and where it was first, what comes of them is held against it
     * before any of it is taken in.
     */
    private FollowedJournal.Turn turn(Journal journal, ToLongFunction<JournalId> applied) {
        List<Journal> all = journals.get();
        List<Journal> shown =
                all.stream()
                        .filter(later -> precedes(journal, later))
                        .filter(later ->
                                branchEnd(later) > 0 && applied.applyAsLong(later.id()) > 1)
                        .toList();
        if (!shown.isEmpty())
            return shown.stream().anyMatch(later -> repeatsBeyond(journal, later, applied))
                    ? FollowedJournal.Turn.BUILD_ANEW
                    : FollowedJournal.Turn.GO;
        boolean isFirst =
                branchEnd(journal) == 0
                        || applied.applyAsLong(journal.id()) > 0
                        || all.stream()
                                .filter(earlier -> precedes(earlier, journal))
                                .allMatch(earlier ->
                                        applied.applyAsLong(earlier.id())
                                                >= earlier.forced().sequence());
        return isFirst ? FollowedJournal.Turn.GO : FollowedJournal.Turn.WAIT;
    }

    /** Whether what is in the tables of the later one has any of what is not, of the earlier. */
    private boolean repeatsBeyond(
            Journal earlier, Journal later, ToLongFunction<JournalId> applied) {
        Pair pair = new Pair(earlier.id(), later.id());
        long to = earlier.forced().sequence();
        long from = Math.max(applied.applyAsLong(earlier.id()), against.getOrDefault(pair, 0L)) + 1;
        if (from > to) return false;
        RepeatsFold fold = new RepeatsFold();
        long end = Math.min(branchEnd(later), applied.applyAsLong(later.id()));
        new Stretch(later, 2, end).show(fold.ofBranch());
        new Stretch(earlier, from, to).show(fold.ofEarlier());
        boolean repeats = !fold.repeats().equals(Repeats.NONE);
        if (!repeats) against.put(pair, to);
        return repeats;
    }

    private boolean repeats(Journal journal, long sequence) {
        return sequence > 1 && sequence <= branchEnd(journal) && of(journal).contains(sequence);
    }

    private static Repeats found(Journal journal, long end, List<Journal> earlier) {
        RepeatsFold fold = new RepeatsFold();
        new Stretch(journal, 2, end).show(fold.ofBranch());
        for (Journal each : earlier)
            if (each.forced().sequence() > 0) each.replay(1, fold.ofEarlier());
        return fold.repeats();
    }

    /** The last entry that it took in with a branch; 0 where it took none in, or is empty. */
    private long branchEnd(Journal journal) {
        Long end = branchEnds.get(journal.id());
        if (end != null) return end;
        if (journal.forced().sequence() == 0) return 0;
        Optional<JournalContinued> begun = DeviceDays.continuing(journal.entry(1));
        long found =
                begun.map(JournalContinued::branchEntries)
                        .filter(of -> of > 0)
                        .map(of -> of + 1)
                        .orElse(0L);
        branchEnds.put(journal.id(), found);
        return found;
    }

    private static boolean precedes(Journal earlier, Journal journal) {
        return earlier.id().node().equals(journal.id().node())
                && earlier.id().epoch() < journal.id().epoch();
    }
}
