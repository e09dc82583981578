package io.tidemark.node.writer;

import io.tidemark.ledger.JournalId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The journals that one group of decisions has appended to, each with how to force it. */
public final class Group {
    private final Map<JournalId, Runnable> forces = new LinkedHashMap<>();
    private int touches;

    Group() {}

    /**
     * To be forced before any of the group is answered, once, in the order of first touch. A later
     * call for the same journal replaces the earlier: a received journal is forced with the newest
     * signed head.
     */
    public void force(JournalId journal, Runnable force) {
        forces.put(journal, force);
        touches++;
    }

    int touches() {
        return touches;
    }

    void forceAll() {
        forces.values().forEach(Runnable::run);
    }
}
