package io.tidemark.fog.export;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.TillDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order a workstation's journals were worked with: one that goes on from another comes
 * after it; each journal by itself is in its own order, whichever close-down took its parts in.
 */
final class StretchOrder {
    private final Map<JournalId, List<Stretch>> byJournal = new LinkedHashMap<>();
    private final Set<JournalId> reached = new HashSet<>();
    private final List<JournalId> placed = new ArrayList<>();

    StretchOrder(List<Stretch> stretches) {
        stretches.stream()
                .sorted(
                        Comparator.comparing((Stretch each) -> each.journal().node().device())
                                .thenComparingInt(each -> each.journal().epoch())
                                .thenComparingInt(Stretch::supplement))
                .forEach(each ->
                        byJournal
                                .computeIfAbsent(each.journal(), _ -> new ArrayList<>())
                                .add(each));
    }

    List<Stretch> worked() {
        byJournal.keySet().forEach(this::place);
        return placed.stream().flatMap(journal -> of(journal).stream()).toList();
    }

    private void place(JournalId journal) {
        if (!reached.add(journal)) return;
        for (Stretch stretch : of(journal)) {
            TillDay.@Nullable Continued from = stretch.part().continued();
            if (from == null) continue;
            byJournal.keySet().stream()
                    .filter(each -> each.node().device().equals(from.device()))
                    .filter(each -> each.epoch() == from.epoch())
                    .findFirst()
                    .ifPresent(this::place);
        }
        placed.add(journal);
    }

    private List<Stretch> of(JournalId journal) {
        return byJournal.getOrDefault(journal, List.of());
    }
}
