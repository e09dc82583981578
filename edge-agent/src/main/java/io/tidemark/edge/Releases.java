package io.tidemark.edge;

import io.tidemark.edge.record.Workplace;
import io.tidemark.edge.sync.ReleaseSink;
import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.node.pruning.Pruner;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this till may prune: what its gateway has released, as long as nothing is wrong between the
 * two. Taken by the sync thread, asked by the pruner's. Not kept: the gateway says it again at each
 * greeting.
 */
final class Releases implements ReleaseSink {
    private final TillSite site;
    private final Journal journal;
    private final Workplace workplace;
    private final InstantSource business;
    private volatile @Nullable Release latest;

    Releases(TillSite site, Journal journal, Workplace workplace, InstantSource business) {
        this.site = site;
        this.journal = journal;
        this.workplace = workplace;
        this.business = business;
    }

    @Override
    public Optional<String> take(Release told) {
        if (isOfEarlierEpoch(told)) return Optional.empty();
        Optional<String> wrong = wrongWith(told);
        latest = wrong.isPresent() ? null : told;
        return wrong;
    }

    /** Told because this till greeted with that journal, too; nothing of it is pruned here. */
    private boolean isOfEarlierEpoch(Release told) {
        return told.origin().node().equals(journal.id().node())
                && told.origin().epoch() < journal.id().epoch();
    }

    private Optional<String> wrongWith(Release told) {
        if (!told.isBy(site.gateway(), site.keys().gateway()))
            return Optional.of("this store's gateway has not signed it");
        if (!told.origin().equals(journal.id()))
            return Optional.of("it is about journal " + told.origin().label());
        long upTo = told.upTo().sequence();
        if (upTo > journal.forced().sequence() || !journal.hashAt(upTo).equals(told.upTo().hash()))
            return Optional.of("entry " + upTo + " here is not the one it is about");
        return Optional.empty();
    }

    /** Nothing while the journal has forked, or beyond what the gateway has marked. */
    Optional<Pruner.Due> next(Supplier<SyncStatus> sync) {
        Release release = latest;
        SyncStatus now = sync.get();
        if (release == null
                || now.quarantined()
                || now.markedSequence() < release.upTo().sequence()) return Optional.empty();
        Retention retention = site.retention();
        return retention
                .next(
                        journal.segments(),
                        release.upTo().sequence(),
                        workplace.businessDayAt(business.instant()),
                        release.closed())
                .map(due -> new Pruner.Due(journal, due));
    }
}
