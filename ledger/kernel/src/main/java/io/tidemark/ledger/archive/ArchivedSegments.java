package io.tidemark.ledger.archive;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What an archive has said of each closed segment: that it keeps it, or that it never will. What it
 * keeps counts only once that was compared with what it lists, for an archive that was put back
 * from a backup has less than it gave receipts for. One thread changes it, any may ask.
 */
public final class ArchivedSegments {
    private final int life;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private volatile boolean compared;

    /**
     * @param life which life of this gateway seals: a later one's segments hold other entries under
     *     the same numbers
     */
    public ArchivedSegments(int life) {
        this.life = life;
    }

    /**
     * Under which name a segment is archived. Its end is in it: a journal that was healed may be
     * cut otherwise, and a longer segment under a number that the archive has is another one.
     */
    public String name(SegmentInfo segment) {
        String name =
                String.format(
                        Locale.ROOT, "segment-%06d-to-%012d.tmj", segment.number(), segment.last());
        return life == 1 ? name : "life-" + life + "-" + name;
    }

    /** Whose segment, and its name: unique within a store. */
    public static String key(JournalId journal, String name) {
        return journal.label() + "/" + name;
    }

    /** Closed segments of a journal about which nothing was said yet. */
    public Stream<SegmentInfo> due(Journal journal) {
        return journal.segments().stream()
                .filter(SegmentInfo::closed)
                .filter(segment -> !segment.isEmpty() && !segment.pruned())
                .filter(segment -> !isSettled(key(journal.id(), name(segment))));
    }

    private boolean isSettled(String key) {
        return kept.contains(key) || refused.containsKey(key);
    }

    /** Its receipt has come, and is noted. */
    public void kept(String key) {
        kept.add(key);
    }

    public void refused(String key, String why) {
        refused.put(key, why);
    }

    /** Segments that the archive refused for good, with its reasons. */
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /**
     * Forgets the receipts of what the archive does not have any more: these segments are due
     * again.
     *
     * @param there the keys of all that it lists
     * @return what it lacks
     */
    public List<String> compare(Collection<String> there) {
        List<String> gone = kept.stream().filter(key -> !there.contains(key)).toList();
        gone.forEach(kept::remove);
        compared = true;
        return gone;
    }

    /** It may be another archive the next time: nothing counts as kept until that is known. */
    public void doubt() {
        compared = false;
    }

    public boolean isCompared() {
        return compared;
    }

    /** Whether the archive has given its receipt for this segment, and still has it. */
    public boolean isKept(JournalId journal, SegmentInfo segment) {
        return compared && kept.contains(key(journal, name(segment)));
    }
}
