package io.tidemark.ledger.closedown;

import io.tidemark.ledger.JournalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which journal goes on from which, in one store: what their first entries say. A workstation's day
 * is over when the last of its journals that touched the day ended it.
 *
 * @param predecessors of each journal that goes on from others; one that does not may be left out
 */
public record Lineage(Map<JournalId, Set<JournalId>> predecessors) {
    public Lineage {
        predecessors = Map.copyOf(predecessors);
    }

    /**
     * Whether the workstation works with this journal now, so that its day is waited for. Not where
     * another journal goes on from it, or where its device has begun a later epoch, by whatever
     * grant; nor where it only brings what a till had left after another device took its place.
     */
    public boolean isCurrent(JournalId journal) {
        return successors(journal).isEmpty() && !hasLater(journal) && !isLeftover(journal);
    }

    /** The journals it goes on from, the nearest first. */
    public List<JournalId> ancestors(JournalId journal) {
        List<JournalId> found = new ArrayList<>(before(journal));
        for (int i = 0; i < found.size(); i++)
            for (JournalId earlier : before(found.get(i)))
                if (!found.contains(earlier) && !earlier.equals(journal)) found.add(earlier);
        return found;
    }

    private boolean hasLater(JournalId journal) {
        return predecessors.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .anyMatch(other ->
                        other.node().equals(journal.node()) && other.epoch() > journal.epoch());
    }

    private boolean isLeftover(JournalId journal) {
        List<JournalId> ancestors = ancestors(journal);
        return ancestors.stream()
                .filter(earlier -> earlier.node().equals(journal.node()))
                .flatMap(earlier -> successors(earlier).stream())
                .anyMatch(other ->
                        !other.node().equals(journal.node()) && !ancestors.contains(other));
    }

    private List<JournalId> successors(JournalId journal) {
        return predecessors.entrySet().stream()
                .filter(each -> each.getValue().contains(journal))
                .map(Map.Entry::getKey)
                .filter(successor -> !successor.equals(journal))
                .toList();
    }

    private Set<JournalId> before(JournalId journal) {
        return predecessors.getOrDefault(journal, Set.of());
    }
}
