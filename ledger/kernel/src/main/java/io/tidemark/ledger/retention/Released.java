package io.tidemark.ledger.retention;

import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.Journal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a device may prune of its journal: what its gateway has released, as long as nothing is
 * wrong between the two. One thread takes what is told, another may ask. Not kept: the gateway says
 * it again at each greeting.
 */
public final class Released {
    private final Journal journal;
    private final NodeName gateway;
    private final Verifier verifier;
    private volatile @Nullable Release latest;

    /**
     * @param verifier checks the gateway's signatures
     */
    public Released(Journal journal, NodeName gateway, Verifier verifier) {
        this.journal = journal;
        this.gateway = gateway;
        this.verifier = verifier;
    }

    /** Where the sending of the journal stands. */
    public record Sent(long marked, boolean quarantined) {}

    /** Takes it, or says why it is not believed: then nothing is released. */
    public Optional<String> take(Release told) {
        if (isOfEarlierEpoch(told)) return Optional.empty();
        Optional<String> wrong = wrongWith(told);
        latest = wrong.isPresent() ? null : told;
        return wrong;
    }

    /**
     * At each new connection: a gateway that was started anew has nothing of what it said before to
     * take back, though head office may have lost what that rested on.
     */
    public void forget() {
        latest = null;
    }

    /** Told because this device greeted with that journal, too; nothing of it is pruned here. */
    private boolean isOfEarlierEpoch(Release told) {
        return told.origin().node().equals(journal.id().node())
                && told.origin().epoch() < journal.id().epoch();
    }

    private Optional<String> wrongWith(Release told) {
        if (!told.isBy(gateway, verifier))
            return Optional.of("this store's gateway has not signed it");
        if (!told.origin().equals(journal.id()))
            return Optional.of("it is about journal " + told.origin().label());
        long upTo = told.upTo().sequence();
        if (upTo > journal.forced().sequence() || !journal.hashAt(upTo).equals(told.upTo().hash()))
            return Optional.of("entry " + upTo + " here is not the one it is about");
        return Optional.empty();
    }

    /** Nothing while the journal has forked, or beyond what the gateway has marked. */
    public Optional<Retention.Due> next(Retention retention, Sent sent, LocalDate today) {
        Release release = latest;
        if (release == null || sent.quarantined() || sent.marked() < release.upTo().sequence())
            return Optional.empty();
        return retention.next(
                journal.segments(), release.upTo().sequence(), today, release.closed());
    }
}
