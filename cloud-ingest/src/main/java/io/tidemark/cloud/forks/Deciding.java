package io.tidemark.cloud.forks;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signer;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.forks.Grants;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;

/**
 * A person decides that a journal goes on in a new epoch: one that forked, whose branch is taken
 * in, or that of a gateway whose disk is gone.
 */
public final class Deciding {
    private final Forks forks;
    private final Grants grants;
    private final Lost lost;
    private final Signer headOffice;
    private final GrantsOnRecord record;

    /**
     * Ends the journal that a store's gateway writes now: nothing more is taken of it meanwhile.
     */
    @FunctionalInterface
    public interface Lost {
        /**
         * @param grant makes and keeps the grant, of what was accepted up to here
         * @return empty if there is no such store
         */
        Optional<EpochGrant> end(String store, Ending grant) throws IOException;
    }

    /** Makes and keeps a grant. */
    @FunctionalInterface
    public interface Ending {
        EpochGrant of(EpochGrant.Between between) throws IOException;
    }

    /** A grant upon a guess would be refused by the device for ever. */
    public static final class NotShown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotShown(Fork fork) {
            super(
                    fork.journal().node().device()
                            + " has not shown its branch yet: it does so by itself once it is"
                            + " connected. Decide then");
        }
    }

    /** Who signs a decision, and where it is written down. */
    public record Signing(Signer headOffice, GrantsOnRecord record) {}

    public Deciding(Forks forks, Grants grants, Lost lost, Signing signing) {
        this.forks = forks;
        this.grants = grants;
        this.lost = lost;
        this.headOffice = signing.headOffice();
        this.record = signing.record();
    }

    /**
     * A gateway's disk is gone: another takes its place, and goes on from what head office has.
     *
     * @return empty if there is no such store
     * @throws IllegalArgumentException if approver or reason are missing or too long
     * @throws IOException if the disk does not take it: nothing was decided
     */
    public synchronized Optional<EpochGrant> replaceGateway(
            String store, String approver, String reason) throws IOException {
        Optional<EpochGrant> granted = lost.end(store, between -> keep(between, approver, reason));
        granted.ifPresent(record::add);
        return granted;
    }

    /**
     * Signs the grant; the same decision again gives the same one.
     *
     * @param id the fork's
     * @param approver who decided
     * @return empty if no such fork stands
     * @throws IllegalArgumentException if approver or reason are missing or too long
     * @throws NotShown while it is not known where the branches part
     * @throws IOException if the disk does not take it: nothing was decided
     */
    public synchronized Optional<EpochGrant> approve(String id, String approver, String reason)
            throws IOException {
        Optional<Fork> fork = forks.of(id);
        Optional<EpochGrant> before = fork.map(forks::decision).orElseGet(() -> decided(id));
        if (before.isPresent()) return before;
        if (fork.isEmpty()) return Optional.empty();
        Fork forked = fork.get();
        if (!forked.isLocated()) throw new NotShown(forked);
        EpochGrant granted =
                keep(
                        new EpochGrant.Between(
                                forked.journal(), forked.accepted(), forked.shared()),
                        approver,
                        reason);
        record.add(granted);
        return Optional.of(granted);
    }

    private Optional<EpochGrant> decided(String id) {
        return grants.all().stream()
                .filter(grant -> grant.continued().label().equals(id))
                .filter(grant -> !grant.replacesDevice())
                .max(Comparator.comparingInt(grant -> grant.successor().epoch()));
    }

    private EpochGrant keep(EpochGrant.Between between, String approver, String reason)
            throws IOException {
        JournalId old = between.continued();
        JournalId next = new JournalId(old.node(), latestEpoch(old) + 1);
        EpochGrant grant =
                EpochGrant.sign(between, next, new EpochGrant.Why(reason, approver), headOffice);
        grants.keep(grant);
        return grant;
    }

    /** Of those that anybody granted to this node: none is given twice. */
    private int latestEpoch(JournalId journal) {
        return grants.all().stream()
                .map(EpochGrant::successor)
                .filter(granted -> granted.node().equals(journal.node()))
                .mapToInt(JournalId::epoch)
                .reduce(journal.epoch(), Math::max);
    }
}
