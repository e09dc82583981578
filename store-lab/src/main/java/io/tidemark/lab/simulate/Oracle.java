package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.TillDayClosed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was written, told, marked and harmed, and holds every node to it after every
 * step. It never asks a node what it believes about itself: what counts is what a process finds on
 * its disk when it starts, and what left it. Each promise has a class of its own; here is what
 * happens to several of them at once.
 */
final class Oracle {
    private final Histories histories = new Histories();
    private final Copies copies = new Copies(histories);
    private final Marks marks = new Marks(histories, copies);
    private final Answers answers = new Answers(histories);
    private final Exchanges exchanges;
    private final Successions successions;
    private final Books books;
    private final GivenUp givenUp;
    private final NotBorneOut notBorneOut = new NotBorneOut();
    private final Enquired enquired = new Enquired(histories, copies);
    private final Set<JournalId> away = new HashSet<>();
    private final Set<JournalId> expectedAnew = new HashSet<>();

    Oracle(World world) {
        this.exchanges = new Exchanges(world.decisions());
        this.successions = new Successions(world.decisions(), histories::of);
        this.givenUp = new GivenUp(world, histories, marks);
        this.books = new Books(histories, copies, successions);
    }

    Answers answers() {
        return answers;
    }

    Copies copies() {
        return copies;
    }

    Marks marks() {
        return marks;
    }

    Exchanges exchanges() {
        return exchanges;
    }

    Books books() {
        return books;
    }

    NotBorneOut notBorneOut() {
        return notBorneOut;
    }

    GivenUp givenUp() {
        return givenUp;
    }

    Enquired enquired() {
        return enquired;
    }

    History history(JournalId journal) {
        return histories.of(journal);
    }

    void wrote(JournalId journal, Head head, EntryBytes bytes, Entry entry) {
        successions.wrote(journal, head, history(journal).append(head, bytes, entry), entry);
        if (entry.event() instanceof TillDayClosed closed) books.closed(journal, closed);
        if (entry.event() instanceof BasketResumed basket)
            enquired.tookUp(journal, head.sequence(), bytes, basket);
    }

    /** The origin's disk holds an older journal, or none, from its next start on. */
    void willFindAnew(JournalId journal) {
        exchanges.exchanged(journal);
        expectedAnew.add(journal);
    }

    /** The machine that these were written on is gone for good. */
    void tookAway(List<JournalId> lives) {
        lives.forEach(exchanges::exchanged);
        away.addAll(lives);
        for (JournalId life : lives) answers.took(history(life).after(0), onAnyDisk());
    }

    /**
     * A receiver's disk is an old one from now on: it has forgotten what it marked in this life.
     */
    void putBack(JournalId life, Iterable<JournalId> received) {
        exchanges.putBack(life);
        for (JournalId journal : received) {
            copies.willFindAnew(life.node(), journal);
            marks.forgets(life, journal);
        }
    }

    private Set<CommandId> onAnyDisk() {
        Set<CommandId> kept = new HashSet<>();
        histories.each((journal, history) -> {
            if (!away.contains(journal) && !expectedAnew.contains(journal))
                kept.addAll(Answers.commands(history.after(0)));
        });
        copies.each((copy, head) ->
                kept.addAll(Answers.commands(histories.upTo(copy.journal(), head))));
        return kept;
    }

    /** A process found this on its own disk. */
    void reopenedByOrigin(JournalId journal, Replayed chain) {
        History history = history(journal);
        long common = history.common(chain);
        Violation.require(
                common == chain.entries().size(),
                Check.TOLD_IS_KEPT,
                () -> journal + " has an entry " + (common + 1) + " that was never written there");
        if (expectedAnew.remove(journal)) {
            foundAnew(journal, history, common);
            return;
        }
        answers.requireUntold(journal, history.after(common), common);
        requireUnsent(journal, common);
        history.cut(common);
    }

    private void foundAnew(JournalId journal, History history, long common) {
        List<Written> lost = history.after(common);
        if (exchanges.oldDisk().filter(journal::equals).isPresent() && !lost.isEmpty())
            exchanges.oldDiskForgot();
        if (common < history.size()) history.branchOff(common);
        answers.took(lost, onAnyDisk());
    }

    private void requireUnsent(JournalId journal, long common) {
        copies.each((copy, head) ->
                Violation.require(
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
        Head found = chain.head(journal);
        @Nullable Head before = copies.exchangedFrom(self.node(), journal);
        if (before == null) marks.requireKept(self, journal, found);
        copies.found(self.node(), journal, chain);
        answers.arrived(journal, found);
        if (before == null) return;
        if (marks.wereBeyond(self, journal, found)) exchanges.oldDiskForgot();
        if (before.sequence() > found.sequence())
            answers.took(
                    histories
                            .upTo(journal, before)
                            .subList((int) found.sequence(), (int) before.sequence()),
                    onAnyDisk());
    }

    /**
     * @param entries the last of what it holds now
     */
    void received(NodeName receiver, JournalId journal, Head head, List<EntryBytes> entries) {
        copies.received(receiver, journal, head, entries);
        answers.arrived(journal, head);
    }

    /** A sender counts everything up to there as kept by its receiver. */
    void believes(JournalId journal, long sequence, NodeName receiver, int epoch) {
        if (!exchanges.forked().contains(journal))
            marks.believed(journal, sequence, receiver, epoch);
    }

    static void spokeForAnother(NodeName peer, JournalId origin, Answer answer) {
        Violation.require(
                answer instanceof Answer.Refused || answer instanceof Answer.NotNow,
                Check.ONE_SENDER,
                () -> peer + " spoke for " + origin + " and was answered " + answer);
    }

    /** Whether the branch that this journal took in is at its receiver. */
    boolean hasBranch(Machine receiver, JournalId journal) {
        Head here = copies.heldBy(receiver.name(), journal);
        return successions.hasBranch(journal, here == null ? 0 : here.sequence());
    }
}
