package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which disks were exchanged for older or empty ones, and the forks that come of it: each is
 * noticed where it shows, and none is found where there is one history.
 */
final class Exchanges {
    private final Decisions decisions;
    private final Set<JournalId> exchanged = new HashSet<>();
    private final Set<JournalId> forked = new HashSet<>();
    private final Set<JournalId> fallen = new HashSet<>();
    private Optional<JournalId> oldDisk = Optional.empty();
    private boolean oldDiskNoticed;
    private boolean oldDiskForgot;
    private boolean archiveForgotten;

    Exchanges(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The disk of this journal's origin. */
    void exchanged(JournalId journal) {
        exchanged.add(journal);
    }

    boolean isExchanged(JournalId journal) {
        return exchanged.contains(journal);
    }

    boolean allDecided() {
        return exchanged.stream().allMatch(journal -> decisions.ending(journal).isPresent());
    }

    /** Of which two branches met. */
    Set<JournalId> forked() {
        return forked;
    }

    /** Of which a mark fell. */
    Set<JournalId> fallen() {
        return fallen;
    }

    /** The receiver, in that life, whose disk is old; empty if there is none. */
    Optional<JournalId> oldDisk() {
        return oldDisk;
    }

    boolean isOldDiskNoticed() {
        return oldDiskNoticed;
    }

    void putBack(JournalId life) {
        oldDisk = Optional.of(life);
    }

    /** It does not have what it once marked, or wrote. */
    void oldDiskForgot() {
        oldDiskForgot = true;
    }

    /** Where nothing was marked since the image was taken, nothing is wrong. */
    void passOverOldDisk() {
        if (!oldDiskForgot) goesOnFromOldDisk();
    }

    void goesOnFromOldDisk() {
        oldDisk = Optional.empty();
        oldDiskNoticed = false;
        oldDiskForgot = false;
    }

    /** Head office's disk is another one: it may lack what it gave receipts for. */
    void archiveForgotten() {
        archiveForgotten = true;
    }

    boolean hasArchiveForgotten() {
        return archiveForgotten;
    }

    /** Two branches met, or a mark above a head. */
    static void sawFork(JournalId journal, boolean noticed) {
        Violation.require(
                noticed, Check.FORK_NOTICED, () -> "two branches of " + journal + " met unnoticed");
    }

    /**
     * @param receiver of the journal
     */
    void foundFork(NodeName by, JournalId journal, NodeName receiver) {
        boolean fell = oldDisk.filter(life -> life.node().equals(receiver)).isPresent();
        boolean hasOldOrigin = oldDisk.filter(journal::equals).isPresent();
        Violation.require(
                exchanged.contains(journal) || fell,
                Check.NO_FALSE_FORK,
                () -> by + " found a fork of " + journal + " where there is one history only");
        if (fell || hasOldOrigin) oldDiskNoticed = true;
        if (exchanged.contains(journal)) forked.add(journal);
        else fallen.add(journal);
    }
}
