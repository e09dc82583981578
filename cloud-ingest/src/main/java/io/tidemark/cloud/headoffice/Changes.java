package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.forks.ForkReports;
import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.cloud.masterdata.Published;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.cloud.receipts.ReceiptDesk;
import io.tidemark.ledger.Head;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionStatus;

/** All that pages show, as far as it changes. */
public record Changes(
        Projection projection,
        SealedArchive archive,
        StoreJournals journals,
        ForkReports reports,
        Publishing publishing,
        ReceiptDesk receipts) {
    /** Differs whenever a page would. */
    String state() {
        ProjectionStatus status = projection.status();
        long applied = status.applied().values().stream().mapToLong(Head::sequence).sum();
        long version = publishing.current().map(Published::version).orElse(0L);
        return status.state()
                + "."
                + applied
                + "."
                + archive.uploads()
                + "."
                + journals.quarantined()
                + "."
                + reports.news()
                + "."
                + version
                + "."
                + receipts.news();
    }
}
