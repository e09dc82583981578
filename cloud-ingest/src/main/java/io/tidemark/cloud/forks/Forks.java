package io.tidemark.cloud.forks;

import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.forks.Grants;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every fork that waits for a person: those that gateways report, and those of stores' own
 * journals.
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
        return Stream.concat(own.get().stream(), reports.all().stream())
                .filter(each -> grants.ending(each.journal()).isEmpty())
                .sorted(Comparator.comparing(each -> each.journal().label()))
                .map(Fork::of)
                .toList();
    }

    public Optional<Fork> of(String id) {
        return standing().stream().filter(fork -> fork.id().equals(id)).findFirst();
    }
}
