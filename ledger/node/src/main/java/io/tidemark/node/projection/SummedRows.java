package io.tidemark.node.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of a table of {@link PackedSums} that were added to lately. What they hold is kept from
 * one transaction to the next, so that a backlog, whose days change seldom, does not read and
 * unpack them each time.
 */
final class SummedRows {
    /** Rows kept between transactions: a few days of a store. */
    private static final int KEPT_MAX = 256;

    private final Map<List<Object>, Summed> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<List<Object>, Summed> changed = new LinkedHashMap<>();

    /** A row's sums, and the digest of the row as the table has it. */
    static final class Summed {
        final PackedSums sums;
        ContentDigest digest;

        Summed(PackedSums sums, ContentDigest digest) {
            this.sums = sums;
            this.digest = digest;
        }
    }

    /**
     * @param stored reads the row where it is not kept here
     */
    PackedSums of(List<Object> key, Function<List<Object>, Summed> stored) {
        return changed.computeIfAbsent(key, _ -> kept.computeIfAbsent(key, stored)).sums;
    }

    /** The rows that were added to since the last time. */
    Map<List<Object>, Summed> takeChanged() {
        Map<List<Object>, Summed> taken = new LinkedHashMap<>(changed);
        changed.clear();
        List<List<Object>> oldestFirst = new ArrayList<>(kept.keySet());
        for (List<Object> key : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - KEPT_MAX)))
            kept.remove(key);
        return taken;
    }
}
