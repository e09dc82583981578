package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Cashier.Question;
import io.tidemark.lab.simulate.Database.Row;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was written, told, marked and harmed, and holds every node to it after every
 * step. It never asks a node what it believes about itself: what counts is what a process finds on
 * its disk when it starts, and what left it.
 */
final class Oracle {
    private final Map<JournalId, History> histories = new LinkedHashMap<>();
    private final Map<Copy, Head> held = new HashMap<>();
    private final Map<Given, Head> marked = new HashMap<>();
    private final Map<CommandId, Told> told = new LinkedHashMap<>();
    private final Set<JournalId> exchanged = new HashSet<>();
    private final Set<Copy> harmedCopies = new HashSet<>();
    private final Set<JournalId> expectedAnew = new HashSet<>();
    private final Set<Copy> expectedAnewAtReceiver = new HashSet<>();
    private final Set<JournalId> forked = new HashSet<>();
    private final Set<CommandId> takenByFaults = new HashSet<>();

    /** A journal as one receiver keeps it. */
    record Copy(NodeName receiver, JournalId journal) {}

    /** The marks of one life of a receiver. */
    private record Given(NodeName receiver, int epoch, JournalId journal) {}

    /** What a cashier was answered. */
    record Told(JournalId journal, long first, long last, boolean trade) {}

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
        history(journal).append(head, bytes, entry);
    }

    /** The origin's disk holds an older journal, or none, from its next start on. */
    void willFindAnew(JournalId journal) {
        exchanged.add(journal);
        expectedAnew.add(journal);
    }

    void willFindAnew(NodeName receiver, JournalId journal) {
        expectedAnewAtReceiver.add(new Copy(receiver, journal));
        held.put(new Copy(receiver, journal), Head.genesis(journal));
    }

    /** Its machine is gone for good. */
    void tookAway(JournalId journal) {
        exchanged.add(journal);
    }

    boolean isExchanged(JournalId journal) {
        return exchanged.contains(journal);
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

    /** What a planted fault took the last copies of. */
    void took(List<Written> entries) {
        for (Written entry : entries)
            if (entry.command() != null && told.containsKey(entry.command()))
                takenByFaults.add(entry.command());
    }

    // --- what is held against it ---

    void told(JournalId journal, Question question, long first, long last) {
        CommandId id = question.command().ask().id();
        Told now = new Told(journal, first, last, question.isTrade());
        Told before = told.putIfAbsent(id, now);
        require(
                before == null || before.equals(now),
                Check.SAME_ANSWER,
                () -> id + " was " + before + " and is " + now);
        Written entry = history(journal).branches().getLast().get((int) last - 1);
        require(
                id.equals(entry.command()),
                Check.SAME_ANSWER,
                () -> "entry " + last + " is not what was asked with " + id);
    }

    /** A process found this on its own disk. */
    void reopenedByOrigin(JournalId journal, List<Hash> chain) {
        History history = history(journal);
        long common = history.common(chain);
        require(
                common == chain.size(),
                Check.TOLD_IS_KEPT,
                () -> journal + " has an entry " + (common + 1) + " that was never written there");
        if (expectedAnew.remove(journal)) {
            took(history.after(Math.max(common, reachOfPeers(journal, history))));
            if (common < history.size()) history.branchOff(common);
            return;
        }
        for (Written gone : history.after(common)) requireUntold(journal, gone, common);
        requireUnmarked(journal, common);
        history.cut(common);
    }

    /** How far the current branch is at any receiver. */
    private long reachOfPeers(JournalId journal, History history) {
        long reach = 0;
        for (Map.Entry<Copy, Head> copy : held.entrySet())
            if (copy.getKey().journal().equals(journal))
                reach = Math.max(reach, Math.min(copy.getValue().sequence(), history.size()));
        return reach;
    }

    private void requireUntold(JournalId journal, Written gone, long common) {
        require(
                gone.command() == null || !told.containsKey(gone.command()),
                Check.TOLD_IS_KEPT,
                () ->
                        journal
                                + " ends at "
                                + common
                                + " after a restart, and a cashier was told more");
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
    void reopenedByReceiver(JournalId self, JournalId journal, List<Hash> chain) {
        NodeName receiver = self.node();
        Copy copy = new Copy(receiver, journal);
        Head found =
                chain.isEmpty() ? Head.genesis(journal) : new Head(chain.size(), chain.getLast());
        requirePrefix(receiver, journal, found);
        if (!expectedAnewAtReceiver.remove(copy)) {
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
    }

    void received(NodeName receiver, JournalId journal, Head head) {
        requirePrefix(receiver, journal, head);
        held.put(new Copy(receiver, journal), head);
    }

    private void requirePrefix(NodeName receiver, JournalId journal, Head head) {
        require(
                history(journal).has(head),
                Check.PREFIX,
                () -> receiver + " holds " + head + " of " + journal + ", which was never written");
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
    }

    /** A sender counts everything up to there as kept by its receiver. */
    void believes(JournalId journal, long sequence, NodeName receiver, int epoch) {
        if (sequence <= 0 || forked.contains(journal)) return;
        Head mark = marked.get(new Given(receiver, epoch, journal));
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

    void foundFork(NodeName by, JournalId journal) {
        require(
                exchanged.contains(journal) || isExchangedReceiver(journal),
                Check.NO_FALSE_FORK,
                () -> by + " found a fork of " + journal + " where there is one history only");
        forked.add(journal);
    }

    private boolean isExchangedReceiver(JournalId journal) {
        return expectedAnewAtReceiver.stream().anyMatch(copy -> copy.journal().equals(journal));
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
                row.receipts() == last.receipts() && row.gross() == last.gross(),
                Check.MONEY,
                () -> "tables say " + row + " of " + journal + " and it is " + last);
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
