package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds receivers to one history: what each of them has is a beginning of what was written. And
 * writes down which copies were harmed.
 */
final class Copies {
    private final Histories histories;
    private final Map<Copy, Head> held = new HashMap<>();
    private final Map<Copy, Head> expectedAnew = new HashMap<>();
    private final Set<Copy> harmed = new HashSet<>();

    /** A journal as one node keeps it. */
    record Copy(NodeName at, JournalId journal) {}

    Copies(Histories histories) {
        this.histories = histories;
    }

    @Nullable Head heldBy(NodeName receiver, JournalId journal) {
        return held.get(new Copy(receiver, journal));
    }

    void each(BiConsumer<Copy, Head> what) {
        held.forEach(what);
    }

    /** Its disk has less of this journal, or nothing, from its next start on. */
    void willFindAnew(NodeName receiver, JournalId journal) {
        Copy copy = new Copy(receiver, journal);
        Head before = held.put(copy, Head.genesis(journal));
        expectedAnew.put(copy, before == null ? Head.genesis(journal) : before);
    }

    /** What it had before its disk was exchanged; null if it was not. */
    @Nullable Head exchangedFrom(NodeName receiver, JournalId journal) {
        return expectedAnew.remove(new Copy(receiver, journal));
    }

    /**
     * @param entries the last of what it holds now
     */
    void received(NodeName receiver, JournalId journal, Head head, List<EntryBytes> entries) {
        List<Written> written = requireWritten(receiver, journal, head);
        int from = written.size() - entries.size();
        for (int i = 0; i < entries.size(); i++)
            if (!entries.get(i).equals(written.get(from + i).bytes()))
                throw altered(receiver, journal, from + i + 1);
        held.put(new Copy(receiver, journal), head);
    }

    /** At a start it has these, from the first on. */
    void found(NodeName receiver, JournalId journal, Replayed chain) {
        Head head = chain.head(journal);
        List<Written> written = requireWritten(receiver, journal, head);
        for (int i = 0; i < written.size(); i++)
            if (!written.get(i).is(chain.entries().get(i))) throw altered(receiver, journal, i + 1);
        held.put(new Copy(receiver, journal), head);
    }

    /** The chain's hash there was written; what was, up to there. */
    private List<Written> requireWritten(NodeName receiver, JournalId journal, Head head) {
        Violation.require(
                histories.of(journal).has(head),
                Check.PREFIX,
                () -> receiver + " holds " + head + " of " + journal + ", which was never written");
        return histories.upTo(journal, head);
    }

    private static Violation altered(NodeName receiver, JournalId journal, int sequence) {
        return new Violation(
                Check.PREFIX, receiver + " altered entry " + sequence + " of " + journal);
    }

    /** A bit of this copy was turned over. */
    void harmed(NodeName at, JournalId journal) {
        harmed.add(new Copy(at, journal));
    }

    void repaired(NodeName at, JournalId journal) {
        harmed.remove(new Copy(at, journal));
    }

    boolean isHarmed(NodeName at, JournalId journal) {
        return harmed.contains(new Copy(at, journal));
    }

    boolean isAnythingHarmed() {
        return !harmed.isEmpty();
    }

    boolean isHarmedAnywhere(JournalId journal) {
        return harmed.stream().anyMatch(copy -> copy.journal().equals(journal));
    }
}
