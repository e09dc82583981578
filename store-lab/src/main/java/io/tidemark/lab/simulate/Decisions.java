package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every grant that people gave: what head office keeps of them, and never takes back. */
final class Decisions {
    private final Map<JournalId, Continuation> byContinued = new LinkedHashMap<>();
    private final Map<JournalId, Long> prunedUpTo = new HashMap<>();

    /**
     * @param upTo the last entry whose receipts were given up where it was decided
     */
    void keep(Continuation decided, long upTo) {
        prunedUpTo.put(decided.grant().continued(), upTo);
        keep(decided);
    }

    void keep(Continuation decided) {
        if (beginning(decided.grant().successor()).isPresent()
                || byContinued.putIfAbsent(decided.grant().continued(), decided) != null)
            throw new IllegalStateException(decided.grant() + " is the second for one journal");
    }

    int count() {
        return byContinued.size();
    }

    /** Up to where receipts of this journal were given up when a person decided how it ends. */
    long prunedUpTo(JournalId continued) {
        return prunedUpTo.getOrDefault(continued, 0L);
    }

    /** What ended this journal for good. */
    Optional<Continuation> ending(JournalId journal) {
        return Optional.ofNullable(byContinued.get(journal));
    }

    /** What lets this journal begin. */
    Optional<Continuation> beginning(JournalId journal) {
        return byContinued.values().stream()
                .filter(each -> each.grant().successor().equals(journal))
                .findFirst();
    }

    /** A device's journals so far, the oldest first. */
    List<JournalId> livesOf(JournalId first) {
        List<JournalId> lives = new ArrayList<>(List.of(first));
        for (Optional<Continuation> over = ending(first);
                over.isPresent() && !over.get().grant().replacesDevice();
                over = ending(lives.getLast())) lives.add(over.get().grant().successor());
        return lives;
    }
}
