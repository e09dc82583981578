package io.tidemark.cloud.forks;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signer;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.forks.Grants;
import java.io.IOException;
import java.util.Optional;

/** A person decides that a forked journal goes on in a new epoch, and takes its branch in. */
public final class Deciding {
    private final Forks forks;
    private final Grants grants;
    private final Signer headOffice;

    public Deciding(Forks forks, Grants grants, Signer headOffice) {
        this.forks = forks;
        this.grants = grants;
        this.headOffice = headOffice;
    }

    /**
     * Signs the grant; the same decision again gives the same one.
     *
     * @param id the fork's
     * @param approver who decided
     * @return empty if no such fork stands
     * @throws IllegalArgumentException if approver or reason are missing or too long
     * @throws IOException if the disk does not take it: nothing was decided
     */
    public synchronized Optional<EpochGrant> approve(String id, String approver, String reason)
            throws IOException {
        Optional<EpochGrant> before =
                grants.all().stream()
                        .filter(grant -> grant.continued().label().equals(id))
                        .findFirst();
        if (before.isPresent()) return before;
        Optional<Fork> fork = forks.of(id);
        if (fork.isEmpty()) return Optional.empty();
        EpochGrant grant = grant(fork.get(), approver, reason);
        grants.keep(grant);
        return Optional.of(grant);
    }

    private EpochGrant grant(Fork fork, String approver, String reason) {
        JournalId old = fork.journal();
        return EpochGrant.sign(
                new EpochGrant.Between(old, fork.accepted(), fork.shared()),
                new JournalId(old.node(), old.epoch() + 1),
                reason,
                approver,
                headOffice);
    }
}
