package io.tidemark.fog.forks;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.receive.Branch;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.forks.Grants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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
        boolean taken = successors(journal).anyMatch(each -> hasTaken(each, journal, branches));
        if (taken) settled.put(journal.id(), branches);
        return !taken;
    }

    private Stream<DeviceJournal> successors(DeviceJournal journal) {
        return journals.all().stream()
                .filter(each -> each.device().equals(journal.device()))
                .filter(each ->
                        each.continues()
                                .map(JournalContinued::predecessor)
                                .filter(journal.id()::equals)
                                .isPresent());
    }

    private static boolean hasTaken(
            DeviceJournal successor, DeviceJournal forked, List<Branch> branches) {
        JournalContinued from = successor.continues().orElseThrow();
        return successor.received().sequence() > from.branchEntries()
                && branches.stream().allMatch(branch -> hasTaken(successor, from, forked, branch));
    }

    private static boolean hasTaken(
            DeviceJournal successor, JournalContinued from, DeviceJournal forked, Branch branch) {
        boolean within =
                from.forkedAt() > 0
                        && from.forkedAt() <= branch.at()
                        && branch.head().sequence() <= from.branchEnd();
        if (!within) return false;
        Chained sent = new Chained(branch.hashes().size());
        forked.quarantine().replay(branch, (_, _, entry) -> sent.add(entry));
        Chained taken = new Chained(branch.hashes().size());
        long first = branch.at() - from.forkedAt() + 2;
        successor.replay(first, (_, _, entry) -> taken.add(entry));
        return sent.head.equals(taken.head);
    }

    /** Entries byte for byte, as one hash. */
    private static final class Chained {
        private static final JournalId ANY =
                JournalId.ofLabel("compared.invalid", "store.device.1");

        private final int entries;
        private Head head = Head.genesis(ANY);

        Chained(int entries) {
            this.entries = entries;
        }

        void add(EntryBytes entry) {
            if (head.sequence() < entries) head = head.then(entry);
        }
    }
}
