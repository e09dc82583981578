package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Every journal as its origin wrote it: the driver's own record, which no node is asked about. */
final class Histories {
    private final Map<JournalId, History> histories = new LinkedHashMap<>();

    History of(JournalId journal) {
        return histories.computeIfAbsent(journal, History::new);
    }

    void each(BiConsumer<JournalId, History> what) {
        histories.forEach(what);
    }

    /** Of the branch on which this is, all up to there. */
    List<Written> upTo(JournalId journal, Head head) {
        List<Written> branch = of(journal).branchWith(head);
        return branch == null ? List.of() : branch.subList(0, (int) head.sequence());
    }
}
