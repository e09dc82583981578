package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;

/** Posts goods that go to other stores and come from them, by the transfer's number. */
record TransferRows(FollowedEntry entry, EntryHeader header, Rows rows) {
    void post(StockMoved moved) {
        switch (moved.kind()) {
            case TRANSFER_IN, TRANSFER_OUT -> insert(moved);
            case DELIVERY, WASTE -> {}
        }
    }

    private void insert(StockMoved moved) {
        rows.insert(
                "transfers",
                moved.kind().flow().name(),
                moved.party(),
                moved.reference(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                header.businessDay(),
                header.at(),
                header.operator(),
                moved.lines().size());
    }
}
