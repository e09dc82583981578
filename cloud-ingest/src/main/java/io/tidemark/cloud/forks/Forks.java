package io.tidemark.cloud.forks;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.forks.Grants;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every fork that stands: those that gateways report, until its device has brought the branch in,
 * and those of stores' own journals, until a person has decided.
 */
public final class Forks {
    private final ForkReports reports;
    private final Supplier<List<Evidence>> own;
    private final Grants grants;

    /**
     * @param own the stores' journals of which a second branch has come here
     */
    public Forks(ForkReports reports, Supplier<List<Evidence>> own, Grants grants) {
        this.reports = reports;
        this.own = own;
        this.grants = grants;
    }

    /** In order of journal. */
    public List<Fork> standing() {
        Stream<Evidence> undecided =
                own.get().stream().filter(each -> decision(each.journal()).isEmpty());
        return Stream.concat(undecided, reports.all().stream())
                .sorted(Comparator.comparing(each -> each.journal().label()))
                .map(Fork::of)
                .toList();
    }

    /** What was decided about this journal, if anything was. */
    public Optional<EpochGrant> decision(JournalId journal) {
        return grants.goingOnFrom(journal);
    }

    /**
     * What was decided about this very fork. Not what was decided upon its journal before the
     * device's disk went back further: it cannot act on that, and needs a decision of its own.
     */
    public Optional<EpochGrant> decision(Fork fork) {
        return decision(fork.journal())
                .filter(grant ->
                        !fork.isLocated() || fork.shared().sequence() >= grant.shared().sequence());
    }

    public Optional<Fork> of(String id) {
        return standing().stream().filter(fork -> fork.id().equals(id)).findFirst();
    }
}
