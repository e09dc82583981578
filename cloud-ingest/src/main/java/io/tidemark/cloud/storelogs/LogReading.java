package io.tidemark.cloud.storelogs;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.seal.LogFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One store's log as it is read out of its journals, life after life of its gateway, and read on
 * when there is more. Not safe for use by several threads.
 */
public final class LogReading {
    private final Roster roster;
    private final Map<JournalId, Long> read = new HashMap<>();
    private final List<JournalId> begun = new ArrayList<>();
    private @Nullable LogFold fold;

    public LogReading(Roster roster) {
        this.roster = roster;
    }

    /**
     * Reads what has come since the last time.
     *
     * @param journals of the store, of any life of its gateway
     * @return whether there was anything
     */
    public boolean readOn(List<Journal> journals) {
        List<Journal> lives =
                journals.stream()
                        .filter(journal -> journal.forced().sequence() > 0)
                        .sorted(Comparator.comparingInt(journal -> journal.id().epoch()))
                        .toList();
        List<Journal> grown = lives.stream().filter(this::hasMore).toList();
        if (grown.isEmpty()) return false;
        // Of a life that is over nothing more comes, but where head office was put back itself.
        boolean inOrder = grown.stream().noneMatch(journal -> isBeforeTheLast(journal.id()));
        if (!inOrder) forget();
        (inOrder ? grown : lives).forEach(this::read);
        return true;
    }

    private boolean hasMore(Journal journal) {
        return journal.forced().sequence() > read.getOrDefault(journal.id(), 0L);
    }

    private boolean isBeforeTheLast(JournalId journal) {
        return !begun.isEmpty() && journal.epoch() < begun.getLast().epoch();
    }

    private void forget() {
        read.clear();
        begun.clear();
        fold = null;
    }

    private void read(Journal journal) {
        JournalId id = journal.id();
        int keyOf = roster.member(id.node()).map(Roster.Member::epoch).orElse(1);
        boolean isCurrent = id.epoch() >= keyOf;
        LogFold reading = fold;
        if (reading == null) reading = new LogFold(id, isCurrent, roster.verifier(id.node()));
        else if (!begun.contains(id)) reading.begins(id, isCurrent);
        fold = reading;
        if (!begun.contains(id)) begun.add(id);
        long last = journal.forced().sequence();
        journal.replay(read.getOrDefault(id, 0L) + 1, last, reading);
        read.put(id, last);
    }

    /** How it stands as far as it was read. */
    public LogStanding standing(String store) {
        LogFold reading = fold;
        return reading == null
                ? LogStanding.nothing(store)
                : new LogStanding(
                        store, reading.size(), reading.head(), reading.faults(), reading.lives());
    }
}
