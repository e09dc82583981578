package io.tidemark.fog.recover;

import io.tidemark.ledger.JournalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far head office's archive goes of each journal, as it was last heard: it may know one that a
 * replaced gateway has not heard of otherwise. For any thread.
 */
public final class Archived {
    private volatile Map<JournalId, Long> ends = Map.of();

    /** Notes what the archive lists. */
    public List<Keeping.Kept> heard(List<Keeping.Kept> listed) {
        Map<JournalId, Long> found = new HashMap<>();
        for (Keeping.Kept kept : listed) found.merge(kept.journal(), kept.end(), Math::max);
        ends = Map.copyOf(found);
        return listed;
    }

    /** The last entry of each; nothing while head office has not been reached. */
    public Map<JournalId, Long> ends() {
        return ends;
    }
}
