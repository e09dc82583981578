package io.tidemark.fog.forks;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Slice;
import io.tidemark.ledger.receive.Branch;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.forks.Grants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The forks of this store's devices. One stands until a later epoch of its device has brought all
 * of the branch that was not taken. For any thread.
 */
public final class Forks {
    private final DeviceJournals journals;
    private final Grants grants;

    /** The branches of each journal that were found to be taken in. */
    private final Map<JournalId, List<Branch>> settled = new ConcurrentHashMap<>();

    public Forks(DeviceJournals journals, Grants grants) {
        this.journals = journals;
        this.grants = grants;
    }

    /**
     * What a person decided about a fork.
     *
     * @param isSettled whether the branch is here, in the epoch that was granted
     */
    public record Decision(EpochGrant grant, boolean isSettled) {}

    public List<Fork> standing() {
        return evidence().stream().map(Fork::of).toList();
    }

    /** One that stands, or that stood. */
    public Optional<Fork> of(String id) {
        return journals.all().stream()
                .filter(each -> each.id().label().equals(id))
                .flatMap(each -> each.fork().stream())
                .findFirst()
                .map(Fork::of);
    }

    /** What was decided about a fork, if anything was. */
    public Optional<Decision> decision(Fork fork) {
        return granted(fork.journal()).map(grant -> new Decision(grant, !stands(fork.journal())));
    }

    /** Forks that were decided and whose branch has come. */
    public List<Decision> settled() {
        return journals.all().stream()
                .filter(each -> each.isQuarantined() && !stands(each))
                .flatMap(each -> granted(each.id()).stream())
                .map(grant -> new Decision(grant, true))
                .toList();
    }

    /** Whether this journal has a branch that has not been taken in. */
    public boolean stands(JournalId journal) {
        return journals.of(journal).filter(this::stands).isPresent();
    }

    /** The fork of a device that stands, by its label. */
    public Optional<String> idOf(String device) {
        return journals.all().stream()
                .filter(each -> each.device().device().equals(device))
                .filter(this::stands)
                .map(each -> each.id().label())
                .findFirst();
    }

    List<Evidence> evidence() {
        return journals.all().stream()
                .filter(this::stands)
                .flatMap(each -> each.fork().stream())
                .toList();
    }

    /** What lets this journal's device go on in its next epoch. */
    public Optional<EpochGrant> granted(JournalId journal) {
        return grants.goingOnFrom(journal);
    }

    private boolean stands(DeviceJournal journal) {
        if (!journal.isQuarantined()) return false;
        List<Branch> branches = journal.quarantine().branches();
        if (branches.equals(settled.get(journal.id()))) return false;
        boolean taken = hasTaken(journal, branches);
        if (taken) settled.put(journal.id(), branches);
        return !taken;
    }

    /**
     * Whether all of it came with later epochs, byte for byte. With the next, or in a branch of a
     * branch: a device that lost its disk again before its next epoch was begun shows that one as
     * forked, and brings this branch within that one's.
     */
    private boolean hasTaken(DeviceJournal forked, List<Branch> branches) {
        List<DeviceJournal> later =
                journals.all().stream()
                        .filter(each -> each.device().equals(forked.device()))
                        .filter(each -> each.id().epoch() > forked.id().epoch())
                        .filter(Forks::hasWholeBranch)
                        .toList();
        if (later.stream().noneMatch(each -> continues(each, forked))) return false;
        Set<Hash> taken = new HashSet<>();
        for (DeviceJournal each : later) addTaken(each, taken);
        return branches.stream().allMatch(branch -> isAmong(taken, forked, branch));
    }

    private static boolean continues(DeviceJournal later, DeviceJournal forked) {
        return later.continues()
                .map(JournalContinued::predecessor)
                .filter(forked.id()::equals)
                .isPresent();
    }

    private static boolean isAmong(Set<Hash> taken, DeviceJournal forked, Branch branch) {
        List<Hash> found = new ArrayList<>();
        forked.quarantine()
                .replay(
                        branch,
                        (_, _, entry) -> {
                            if (taken.contains(digest(entry))) found.add(digest(entry));
                        });
        return found.size() == branch.hashes().size();
    }

    private static boolean hasWholeBranch(DeviceJournal later) {
        return later.continues().isPresent() && later.received().sequence() >= branchEnd(later);
    }

    private static long branchEnd(DeviceJournal later) {
        return 1 + later.continues().map(JournalContinued::branchEntries).orElse(0L);
    }

    private static void addTaken(DeviceJournal later, Set<Hash> taken) {
        long end = branchEnd(later);
        for (long next = 2; next <= end; ) {
            Slice slice = later.journal().read(next, Limits.BATCH_BYTES_TARGET);
            for (EntryBytes entry : slice.entries()) {
                if (next <= end) taken.add(digest(entry));
                next++;
            }
        }
    }

    private static Hash digest(EntryBytes entry) {
        return Hash.digest(entry.toBytes());
    }
}
