package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Cashier.Question;
import io.tidemark.lab.simulate.Database.Row;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.DeviceDayFold.Problem;
import io.tidemark.ledger.event.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was written, told, marked and harmed, and holds every node to it after every
 * step. It never asks a node what it believes about itself: what counts is what a process finds on
 * its disk when it starts, and what left it.
 */
final class Oracle {
    private final Map<JournalId, History> histories = new LinkedHashMap<>();
    private final Decisions decisions;
    private final Successions successions;
    private final Map<Copy, Head> held = new HashMap<>();
    private final Map<Given, Head> marked = new HashMap<>();
    private final Map<Given, Head> highestMark = new HashMap<>();
    private final Set<JournalId> fallen = new HashSet<>();
    private Optional<JournalId> oldDisk = Optional.empty();
    private boolean oldDiskNoticed;
    private boolean oldDiskForgot;
    private final Map<CommandId, Told> told = new LinkedHashMap<>();
    private final Set<JournalId> away = new HashSet<>();
    private final Set<JournalId> exchanged = new HashSet<>();
    private final Set<Copy> harmedCopies = new HashSet<>();
    private final Set<JournalId> expectedAnew = new HashSet<>();
    private final Map<Copy, Head> expectedAnewAtReceiver = new HashMap<>();
    private final Set<JournalId> forked = new HashSet<>();
    private final Set<CommandId> takenByFaults = new HashSet<>();
    private final Set<CommandId> askedAnew = new HashSet<>();

    /** A journal as one receiver keeps it. */
    record Copy(NodeName receiver, JournalId journal) {}

    /** The marks of one life of a receiver. */
    private record Given(NodeName receiver, int epoch, JournalId journal) {}

    /**
     * What a cashier was answered.
     *
     * @param entries that it stands in, wherever they are
     */
    record Told(JournalId journal, List<EntryBytes> entries, boolean trade) {}

    Oracle(Decisions decisions) {
        this.decisions = decisions;
        this.successions = new Successions(decisions, this::history);
    }

    // --- what is written down ---

    History history(JournalId journal) {
        return histories.computeIfAbsent(journal, History::new);
    }

    Map<JournalId, History> histories() {
        return histories;
    }

    Map<CommandId, Told> told() {
        return told;
    }

    Set<JournalId> forked() {
        return forked;
    }

    Set<CommandId> takenByFaults() {
        return takenByFaults;
    }

    void wrote(JournalId journal, Head head, EntryBytes bytes, Entry entry) {
        successions.wrote(journal, head, history(journal).append(head, bytes, entry), entry);
    }

    /** The origin's disk holds an older journal, or none, from its next start on. */
    void willFindAnew(JournalId journal) {
        exchanged.add(journal);
        expectedAnew.add(journal);
    }

    void willFindAnew(NodeName receiver, JournalId journal) {
        Copy copy = new Copy(receiver, journal);
        Head before = held.put(copy, Head.genesis(journal));
        expectedAnewAtReceiver.put(copy, before == null ? Head.genesis(journal) : before);
    }

    /** The machine that these were written on is gone for good. */
    void tookAway(List<JournalId> lives) {
        exchanged.addAll(lives);
        away.addAll(lives);
        for (JournalId life : lives) took(history(life).after(0));
    }

    /** On a disk that was put back: it may stand on both branches, and counts once. */
    void askedAnew(CommandId command) {
        askedAnew.add(command);
    }

    boolean isAskedAnew(CommandId command) {
        return askedAnew.contains(command);
    }

    boolean isExchanged(JournalId journal) {
        return exchanged.contains(journal);
    }

    /**
     * A receiver's disk is an old one from now on: it has forgotten what it marked in this life.
     */
    void putBack(JournalId life, Iterable<JournalId> received) {
        oldDisk = Optional.of(life);
        for (JournalId journal : received) {
            willFindAnew(life.node(), journal);
            marked.remove(new Given(life.node(), life.epoch(), journal));
        }
    }

    /** Where nothing was marked since the image was taken, nothing is wrong. */
    void passOverOldDisk() {
        if (!oldDiskForgot) goesOnFromOldDisk();
    }

    /** The receiver, in that life, whose disk is old; empty if there is none. */
    Optional<JournalId> oldDisk() {
        return oldDisk;
    }

    boolean isOldDiskNoticed() {
        return oldDiskNoticed;
    }

    void goesOnFromOldDisk() {
        oldDisk = Optional.empty();
        oldDiskNoticed = false;
        oldDiskForgot = false;
    }

    boolean allExchangesDecided() {
        return exchanged.stream().allMatch(journal -> decisions.ending(journal).isPresent());
    }

    /** Of which a mark fell. */
    Set<JournalId> fallen() {
        return fallen;
    }

    /** A bit of this copy was turned over. */
    void harmed(NodeName at, JournalId journal) {
        harmedCopies.add(new Copy(at, journal));
    }

    void repaired(NodeName at, JournalId journal) {
        harmedCopies.remove(new Copy(at, journal));
    }

    boolean isHarmed(NodeName at, JournalId journal) {
        return harmedCopies.contains(new Copy(at, journal));
    }

    boolean isAnythingHarmed() {
        return !harmedCopies.isEmpty();
    }

    boolean isHarmedAnywhere(JournalId journal) {
        return harmedCopies.stream().anyMatch(copy -> copy.journal().equals(journal));
    }

    /** A planted fault took these from one disk; were they on no other, they are destroyed. */
    private void took(List<Written> entries) {
        Set<CommandId> kept = onAnyDisk();
        for (Written entry : entries) {
            CommandId command = entry.command();
            if (command != null && told.containsKey(command) && !kept.contains(command))
                takenByFaults.add(command);
        }
    }

    private Set<CommandId> onAnyDisk() {
        Set<CommandId> kept = new HashSet<>();
        histories.forEach((journal, history) -> {
            if (!away.contains(journal) && !expectedAnew.contains(journal))
                add(history.after(0), kept);
        });
        held.forEach((copy, head) -> {
            add(upTo(copy.journal(), head), kept);
        });
        return kept;
    }

    /** Of the branch on which this is. */
    private List<Written> upTo(JournalId journal, Head head) {
        List<Written> branch = history(journal).branchWith(head);
        return branch == null ? List.of() : branch.subList(0, (int) head.sequence());
    }

    private static void add(List<Written> entries, Set<CommandId> commands) {
        for (Written entry : entries) {
            CommandId command = entry.command();
            if (command != null) commands.add(command);
        }
    }

    // --- what is held against it ---

    void told(JournalId journal, Question question, long first, long last) {
        CommandId id = question.id();
        List<Written> written = history(journal).branches().getLast();
        List<EntryBytes> entries =
                written.subList((int) first - 1, (int) last).stream().map(Written::bytes).toList();
        Told now = new Told(journal, entries, question.isTrade());
        boolean anew = askedAnew.contains(id);
        Told before = anew ? told.put(id, now) : told.putIfAbsent(id, now);
        if (anew) takenByFaults.remove(id);
        require(
                before == null || before.entries().equals(entries) || anew,
                Check.SAME_ANSWER,
                () -> id + " was " + before + " and is " + now);
        Written entry = written.get((int) last - 1);
        require(
                id.equals(entry.command()),
                Check.SAME_ANSWER,
                () -> "entry " + last + " is not what was asked with " + id);
    }

    /** A process found this on its own disk. */
    void reopenedByOrigin(JournalId journal, Replayed chain) {
        History history = history(journal);
        long common = history.common(chain);
        require(
                common == chain.entries().size(),
                Check.TOLD_IS_KEPT,
                () -> journal + " has an entry " + (common + 1) + " that was never written there");
        if (expectedAnew.remove(journal)) {
            List<Written> lost = history.after(common);
            if (oldDisk.filter(journal::equals).isPresent() && !lost.isEmpty())
                oldDiskForgot = true;
            if (common < history.size()) history.branchOff(common);
            took(lost);
            return;
        }
        for (Written gone : history.after(common)) requireUntold(journal, gone, common);
        requireUnmarked(journal, common);
        history.cut(common);
    }

    private void requireUntold(JournalId journal, Written gone, long common) {
        require(
                !isTold(gone),
                Check.TOLD_IS_KEPT,
                () ->
                        journal
                                + " ends at "
                                + common
                                + " after a restart, and a cashier was told more");
    }

    /** One that was asked anew may have been told of before, on another branch. */
    private boolean isTold(Written entry) {
        Told answered = entry.command() == null ? null : told.get(entry.command());
        return answered != null && answered.entries().contains(entry.bytes());
    }

    private void requireUnmarked(JournalId journal, long common) {
        held.forEach((copy, head) ->
                require(
                        !copy.journal().equals(journal)
                                || head.sequence() <= common
                                || !history(journal).isCurrent(head),
                        Check.TOLD_IS_KEPT,
                        () ->
                                journal
                                        + " ends at "
                                        + common
                                        + " after a restart, and has sent "
                                        + head.sequence()));
    }

    /**
     * @param self the receiver in its present life
     */
    void reopenedByReceiver(JournalId self, JournalId journal, Replayed chain) {
        NodeName receiver = self.node();
        Copy copy = new Copy(receiver, journal);
        Head found = chain.head(journal);
        requirePrefix(receiver, journal, found, chain.entries());
        @Nullable Head before = expectedAnewAtReceiver.remove(copy);
        if (before == null) {
            Head mark = marked.get(new Given(receiver, self.epoch(), journal));
            require(
                    mark == null || mark.sequence() <= found.sequence(),
                    Check.MARKED_IS_KEPT,
                    () ->
                            receiver
                                    + " has "
                                    + found
                                    + " of "
                                    + journal
                                    + " and had marked "
                                    + mark);
        }
        held.put(copy, found);
        foundUnderWay(journal, found);
        Head highest = highestMark.get(new Given(receiver, self.epoch(), journal));
        if (before != null && highest != null && highest.sequence() > found.sequence())
            oldDiskForgot = true;
        if (before != null && before.sequence() > found.sequence())
            took(upTo(journal, before).subList((int) found.sequence(), (int) before.sequence()));
    }

    /**
     * @param entries the last of what it holds now
     */
    void received(NodeName receiver, JournalId journal, Head head, List<EntryBytes> entries) {
        requirePrefix(receiver, journal, head, entries);
        held.put(new Copy(receiver, journal), head);
        foundUnderWay(journal, head);
    }

    /** What was on its way when the last disk that had it was gone is not gone. */
    private void foundUnderWay(JournalId journal, Head head) {
        if (takenByFaults.isEmpty()) return;
        Set<CommandId> here = new HashSet<>();
        add(upTo(journal, head), here);
        takenByFaults.removeAll(here);
    }

    /** The chain's hash there was written, and these last entries before it, to the byte. */
    private void requirePrefix(
            NodeName receiver, JournalId journal, Head head, List<EntryBytes> entries) {
        require(
                history(journal).has(head),
                Check.PREFIX,
                () -> receiver + " holds " + head + " of " + journal + ", which was never written");
        List<Written> written = upTo(journal, head);
        int from = written.size() - entries.size();
        for (int i = 0; i < entries.size(); i++)
            if (!entries.get(i).equals(written.get(from + i).bytes()))
                throw new Violation(
                        Check.PREFIX,
                        receiver + " altered entry " + (from + i + 1) + " of " + journal);
    }

    /** A mark leaves its receiver. */
    void marks(Mark mark) {
        Copy copy = new Copy(mark.receiver(), mark.origin());
        Head have = held.getOrDefault(copy, Head.genesis(mark.origin()));
        require(
                mark.sequence() <= have.sequence() && history(mark.origin()).has(mark.head()),
                Check.MARKED_IS_KEPT,
                () -> mark + ", which holds " + have);
        Given given = new Given(mark.receiver(), mark.receiverEpoch(), mark.origin());
        Head before = marked.get(given);
        require(
                before == null || before.sequence() <= mark.sequence(),
                Check.MARKS_NEVER_FALL,
                () -> mark + " after " + before);
        marked.put(given, mark.head());
        highestMark.merge(given, mark.head(), (a, b) -> a.sequence() > b.sequence() ? a : b);
    }

    /** A sender counts everything up to there as kept by its receiver. */
    void believes(JournalId journal, long sequence, NodeName receiver, int epoch) {
        if (sequence <= 0 || forked.contains(journal)) return;
        Head mark = highestMark.get(new Given(receiver, epoch, journal));
        require(
                mark != null && mark.sequence() >= sequence,
                Check.ONLY_MARKS_COUNT,
                () -> journal + " counts on " + sequence + " where the mark is " + mark);
    }

    void spokeForAnother(NodeName peer, JournalId origin, Answer answer) {
        require(
                answer instanceof Answer.Refused || answer instanceof Answer.NotNow,
                Check.ONE_SENDER,
                () -> peer + " spoke for " + origin + " and was answered " + answer);
    }

    /** Two branches met, or a mark above a head. */
    void sawFork(JournalId journal, boolean noticed) {
        require(noticed, Check.FORK_NOTICED, () -> "two branches of " + journal + " met unnoticed");
    }

    /**
     * @param receiver of the journal
     */
    void foundFork(NodeName by, JournalId journal, NodeName receiver) {
        boolean fell = oldDisk.filter(life -> life.node().equals(receiver)).isPresent();
        boolean hasOldOrigin = oldDisk.filter(journal::equals).isPresent();
        require(
                exchanged.contains(journal) || fell,
                Check.NO_FALSE_FORK,
                () -> by + " found a fork of " + journal + " where there is one history only");
        if (fell || hasOldOrigin) oldDiskNoticed = true;
        if (exchanged.contains(journal)) forked.add(journal);
        else fallen.add(journal);
    }

    /** What a node's tables say, against the sums over what was written up to there. */
    void shows(NodeName at, Rows rows) {
        held.forEach((copy, head) -> {
            if (copy.receiver().equals(at)) shows(copy.journal(), head, rows.of(copy.journal()));
        });
    }

    private void shows(JournalId journal, Head head, Row row) {
        List<Written> branch = history(journal).branchWith(head);
        if (branch == null || row.applied() == 0) return;
        require(
                row.applied() <= head.sequence(),
                Check.ONCE,
                () -> "tables are at " + row.applied() + " of " + journal + " after " + head);
        Written last = branch.get((int) row.applied() - 1);
        require(
                row.sums().equals(last.sums()),
                Check.MONEY,
                () -> "tables say " + row + " of " + journal + " and it is " + last);
    }

    /** Whether the branch that this journal took in is at its receiver. */
    boolean hasBranch(Machine receiver, JournalId journal) {
        Head here = heldBy(receiver.name(), journal);
        return successions.hasBranch(journal, here == null ? 0 : here.sequence());
    }

    /**
     * No till Z says something else than its entries, with what was carried over to them; but one
     * that closed a branch before it was taken in knew of no other.
     */
    void folded(List<DeviceDayFold> folds) {
        for (DeviceDayFold fold : folds)
            for (Problem problem : fold.problems())
                require(
                        problem instanceof Problem.TillZDiffers differs
                                && successions.isOfBranch(fold.journal(), differs.sequence()),
                        Check.MONEY,
                        () -> fold.journal() + ": " + problem);
    }

    @Nullable Head heldBy(NodeName receiver, JournalId journal) {
        return held.get(new Copy(receiver, journal));
    }

    interface Words {
        String say();
    }

    static void require(boolean kept, Check check, Words otherwise) {
        if (!kept) throw new Violation(check, otherwise.say());
    }
}
