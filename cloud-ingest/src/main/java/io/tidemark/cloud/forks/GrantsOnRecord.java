package io.tidemark.cloud.forks;

import io.tidemark.cloud.own.OwnJournal;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.forks.Grants;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes each grant that head office keeps into head office's own journal, once: those decided here
 * and those it was shown. What was kept just before a crash is written at the next start. Safe for
 * use by several threads, but not on the writer's, which it waits for.
 */
public final class GrantsOnRecord {
    private static final long NO_MASTER_DATA = 0;

    private final OwnJournal own;
    private final Set<EpochGrant> written = new HashSet<>();

    private GrantsOnRecord(OwnJournal own) {
        this.own = own;
    }

    /**
     * @param journal head office's own
     */
    public static GrantsOnRecord open(OwnJournal own, Journal journal, Grants grants) {
        GrantsOnRecord record = new GrantsOnRecord(own);
        if (journal.forced().sequence() > 0)
            journal.replay(
                    1,
                    (_, _, entry) -> {
                        if (EntryCodec.decode(entry).event() instanceof EpochGranted(EpochGrant of))
                            record.written.add(of);
                    });
        grants.all().forEach(record::add);
        return record;
    }

    /** On disk when this returns. */
    public synchronized void add(EpochGrant grant) {
        if (written.contains(grant)) return;
        own.record(new EpochGranted(grant), own.now(), grant.approver(), NO_MASTER_DATA);
        written.add(grant);
    }
}
