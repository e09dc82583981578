package io.tidemark.lab.bench;

import io.tidemark.authority.ProvisionedNode;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.lab.retail.Row;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.journal.Journal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Fills a till's journal, as if it had sold without its gateway for long. */
final class Backlog {
    private Backlog() {}

    static void write(ProvisionedNode till, List<Row.Line> lines, int from, long count) {
        NodeIdentity identity = till.openIdentity();
        Receipts receipts =
                new Receipts(
                        lines,
                        identity.workstation(),
                        OffsetDateTime.now(ZoneId.systemDefault()),
                        from);
        try (Journal journal = SyncTill.journal(identity, till.home())) {
            for (EntryBytes entry : receipts.opening(ZoneId.systemDefault().getId()))
                journal.append(entry);
            for (long done = 1; done <= count; done++) {
                journal.append(receipts.sale());
                if (done % SyncTillProcess.GROUP == 0 || done == count)
                    journal.force(identity.signer());
            }
        }
    }
}
