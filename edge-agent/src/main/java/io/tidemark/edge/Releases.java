package io.tidemark.edge;

import io.tidemark.edge.record.Workplace;
import io.tidemark.edge.sync.ReleaseSink;
import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.retention.Released;
import io.tidemark.node.pruning.Pruner;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What this till may prune, by what its gateway says, its own settings and its own clock. */
final class Releases implements ReleaseSink {
    private final TillSite site;
    private final Journal journal;
    private final Workplace workplace;
    private final InstantSource business;
    private final Released released;

    Releases(TillSite site, Journal journal, Workplace workplace, InstantSource business) {
        this.site = site;
        this.journal = journal;
        this.workplace = workplace;
        this.business = business;
        this.released = new Released(journal, site.gateway(), site.keys().gateway());
    }

    @Override
    public Optional<String> take(Release told) {
        return released.take(told);
    }

    @Override
    public void connected() {
        released.forget();
    }

    Optional<Pruner.Due> next(Supplier<SyncStatus> sync) {
        SyncStatus now = sync.get();
        return released.next(
                        site.retention(),
                        new Released.Sent(now.markedSequence(), now.quarantined()),
                        workplace.businessDayAt(business.instant()))
                .map(due -> new Pruner.Due(journal, due));
    }
}
