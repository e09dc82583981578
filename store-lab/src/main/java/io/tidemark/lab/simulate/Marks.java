package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds receivers to their marks: what one covers is on disk there, and within a life none is lower
 * than the one before. And holds senders to them: nothing else acknowledges.
 */
final class Marks {
    private final Histories histories;
    private final Copies copies;
    private final Map<Given, Head> latest = new HashMap<>();
    private final Map<Given, Head> highest = new HashMap<>();

    /** The marks of one life of a receiver. */
    private record Given(JournalId receiver, JournalId journal) {}

    Marks(Histories histories, Copies copies) {
        this.histories = histories;
        this.copies = copies;
    }

    /** A mark leaves its receiver. */
    void leaves(Mark mark) {
        @Nullable Head here = copies.heldBy(mark.receiver(), mark.origin());
        Head have = here == null ? Head.genesis(mark.origin()) : here;
        Violation.require(
                mark.sequence() <= have.sequence() && histories.of(mark.origin()).has(mark.head()),
                Check.MARKED_IS_KEPT,
                () -> mark + ", which holds " + have);
        Given given = given(mark.receiver(), mark.receiverEpoch(), mark.origin());
        Head before = latest.get(given);
        Violation.require(
                before == null || before.sequence() <= mark.sequence(),
                Check.MARKS_NEVER_FALL,
                () -> mark + " after " + before);
        latest.put(given, mark.head());
        highest.merge(given, mark.head(), (a, b) -> a.sequence() > b.sequence() ? a : b);
    }

    /** What it marked is there when it starts again, on the disk that it had. */
    void requireKept(JournalId receiver, JournalId journal, Head found) {
        Head mark = latest.get(new Given(receiver, journal));
        Violation.require(
                mark == null || mark.sequence() <= found.sequence(),
                Check.MARKED_IS_KEPT,
                () ->
                        receiver.node()
                                + " has "
                                + found
                                + " of "
                                + journal
                                + " and had marked "
                                + mark);
    }

    /** Whether it once marked more in this life, before an old disk was put back. */
    boolean wereBeyond(JournalId receiver, JournalId journal, Head found) {
        Head mark = highest.get(new Given(receiver, journal));
        return mark != null && mark.sequence() > found.sequence();
    }

    /** Up to where it ever marked a journal, in any of its lives. */
    Head highest(Machine receiver, JournalId journal) {
        return receiver.journalIds().stream()
                .map(life -> highest.get(new Given(life, journal)))
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(Head::sequence))
                .orElse(Head.genesis(journal));
    }

    /** Its disk is an old one: it does not know of them. */
    void forgets(JournalId receiver, JournalId journal) {
        latest.remove(new Given(receiver, journal));
    }

    /** A sender counts everything up to there as kept by its receiver. */
    void believed(JournalId journal, long sequence, NodeName receiver, int epoch) {
        if (sequence <= 0) return;
        Head mark = highest.get(given(receiver, epoch, journal));
        Violation.require(
                mark != null && mark.sequence() >= sequence,
                Check.ONLY_MARKS_COUNT,
                () -> journal + " counts on " + sequence + " where the mark is " + mark);
    }

    private static Given given(NodeName receiver, int epoch, JournalId journal) {
        return new Given(new JournalId(receiver, epoch), journal);
    }
}
