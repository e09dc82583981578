package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalCopy;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.ledger.journal.RestoreRefused;
import io.tidemark.ledger.journal.Whose;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a person does about a journal that will not open: fetches the entries from the peer that has
 * them, rebuilds the journal from both, and starts the node again.
 */
final class Repairs {
    private static final long MINUTE = 60_000;

    private final World world;

    Repairs(World world) {
        this.world = world;
    }

    /** The machine is off. */
    void damaged(Machine machine, JournalDamaged damage) {
        JournalId journal = damage.journal();
        if (!world.oracle().copies().isHarmed(machine.name(), journal))
            throw new Violation(
                    Check.NO_NODE_STOPS_BY_ITSELF,
                    machine.name() + " found damage that nobody did: " + damage.getMessage(),
                    damage);
        world.agenda().in(MINUTE, () -> repair(machine, damage));
    }

    private void repair(Machine machine, JournalDamaged damage) {
        Optional<Journal> peers = peersOf(machine, damage.journal());
        if (peers.isEmpty() || isHeldBack(damage.journal()) || machine.disk().isFull()) {
            world.agenda().in(MINUTE, () -> repair(machine, damage));
            return;
        }
        world.oracle().copies().repaired(machine.name(), damage.journal());
        world.tally().repaired();
        if (restored(machine, peers.get())) machine.start();
        else giveUp(damage.journal());
    }

    /**
     * A person looks at the gateway's page first: a copy has all of its journal, and a close-down
     * that was not computed again would get to head office in it.
     */
    private boolean isHeldBack(JournalId journal) {
        return world.gateway().node() instanceof GatewayNode gateway
                && gateway.store().id().equals(journal)
                && gateway.holdsBack();
    }

    /** The same journal as a running peer has it. */
    private Optional<Journal> peersOf(Machine machine, JournalId journal) {
        List<Machine> others = new ArrayList<>(world.machines());
        others.remove(machine);
        return others.stream()
                .flatMap(other -> journalsOf(other).stream())
                .filter(candidate -> candidate.id().equals(journal))
                .findFirst();
    }

    static List<Journal> journalsOf(Machine machine) {
        return switch (machine.node()) {
            case TillNode till -> till.journals();
            case GatewayNode gateway -> {
                List<Journal> journals = received(gateway.reception());
                journals.add(gateway.store());
                journals.addAll(gateway.earlier());
                yield journals;
            }
            case HeadOfficeNode headOffice -> received(headOffice.reception());
            case null -> List.of();
        };
    }

    private static List<Journal> received(Reception reception) {
        List<Journal> journals = new ArrayList<>();
        reception.journals().forEach(receiving -> journals.add(receiving.journal()));
        return journals;
    }

    /** Puts what a peer accepted of a journal beside what is here of it. */
    void bring(Journal peers, Machine machine) {
        String brought = peers.id().label() + ".brought";
        rebuild(
                peers.id(),
                copyOf(peers),
                machine,
                new Directories(peers.id().label() + ".none", brought));
        machine.disk().replaceDirectory(StoreJournals.accepted(peers.id()), brought);
    }

    /** Opens with the recovery key what the archive has of a journal, for an empty gateway. */
    void bringFromArchive(JournalId journal) {
        Deque<Batch> batches = new ArrayDeque<>(new ArchiveDisk(world).beginning(journal));
        if (batches.isEmpty()) return;
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        JournalCopy.write(() -> Optional.ofNullable(batches.poll()), copy);
        rebuild(
                journal,
                copy.toByteArray(),
                world.gateway(),
                new Directories(journal.label() + ".none", journal.label()));
    }

    private record Directories(String damaged, String fresh) {}

    private void rebuild(JournalId id, byte[] copy, Machine machine, Directories directories) {
        Keys keys = world.keysOf(machine);
        JournalCopy.rebuild(
                machine.disk().directory(directories.damaged()),
                new ByteArrayInputStream(copy),
                machine.disk().directory(directories.fresh()),
                new Whose(
                        id,
                        keys.journalKey(),
                        keys.verifierOf(id.node()),
                        Provenance.of(id, machine.journalId().node())));
    }

    /** With what the peer has given up, as head office's archive has it. */
    private byte[] copyOf(Journal peers) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        long pruned = peers.prunedUpTo();
        if (pruned == 0) JournalCopy.export(peers, 1, peers.forced().sequence(), copy);
        else JournalCopy.write(new Copying(archived(peers.id(), pruned), peers)::next, copy);
        return copy.toByteArray();
    }

    private Deque<Batch> archived(JournalId journal, long pruned) {
        Deque<Batch> batches = new ArrayDeque<>(new ArchiveDisk(world).beginning(journal));
        while (!batches.isEmpty() && batches.getLast().from() > pruned) batches.removeLast();
        return batches;
    }

    /** First what the archive has, then what the peer has beyond it. */
    private static final class Copying {
        private final Deque<Batch> archived;
        private final Journal peers;
        private long next = 1;

        Copying(Deque<Batch> archived, Journal peers) {
            this.archived = archived;
            this.peers = peers;
        }

        Optional<Batch> next() {
            Optional<Batch> batch = Optional.ofNullable(archived.poll());
            if (batch.isEmpty() && next <= peers.forced().sequence())
                batch = Optional.of(peers.read(next, Limits.BATCH_BYTES_TARGET).toBatch());
            batch.ifPresent(each -> next = each.last() + 1);
            return batch;
        }
    }

    private boolean restored(Machine machine, Journal peers) {
        JournalId id = peers.id();
        String rebuilt = id.label() + ".restored";
        try {
            rebuild(id, copyOf(peers), machine, new Directories(id.label(), rebuilt));
        } catch (RestoreRefused e) {
            if (peers.forced().sequence() == world.oracle().history(id).size())
                throw new Violation(
                        Check.NOT_LOST, "a complete copy was refused: " + e.getMessage(), e);
            return false;
        }
        machine.disk().replaceDirectory(id.label(), rebuilt);
        return true;
    }

    /** The only copy of its newest entries is beyond repair: the till is replaced. */
    private void giveUp(JournalId journal) {
        for (TillSite site : world.tills())
            if (world.decisions().livesOf(site.first()).contains(journal)) world.lose(site);
    }
}
