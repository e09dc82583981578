package io.tidemark.edge.telemetry;

import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.telemetry.Unmarked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What this device has recorded and its gateway has not marked. */
public final class UnmarkedHere implements Supplier<Unmarked> {
    private final Journal journal;
    private final Supplier<SyncStatus> sync;
    private final InstantSource business;

    public UnmarkedHere(Journal journal, Supplier<SyncStatus> sync, InstantSource business) {
        this.journal = journal;
        this.sync = sync;
        this.business = business;
    }

    /** Reads one entry where there is any, and nothing else. */
    @Override
    public Unmarked get() {
        long marked = sync.get().markedSequence();
        long entries = journal.forced().sequence() - marked;
        if (entries <= 0) return Unmarked.NONE;
        Instant recorded = EntryCodec.decode(journal.entry(marked + 1)).header().at().toInstant();
        Duration ago = Duration.between(recorded, business.instant());
        return new Unmarked(entries, ago.isNegative() ? Duration.ZERO : ago);
    }
}
