package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;

/** Posts what became of suspended baskets. */
record BasketRows(FollowedEntry entry, EntryHeader header) {
    void post(BasketSuspended basket, Rows rows) {
        rows.insert(
                "suspended_baskets",
                basket.id(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                header.workstation(),
                header.businessDay(),
                header.at(),
                header.operator(),
                basket.lines().size(),
                basket.total().minor(),
                basket.currency().code());
    }

    void post(BasketResumed basket, Rows rows) {
        rows.insert(
                "resumed_baskets",
                basket.id(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                header.workstation(),
                header.businessDay(),
                header.at(),
                header.operator());
    }

    /** Of a basket that had been suspended; of no other. */
    void post(RetailTransaction paid, Rows rows) {
        String basket = paid.details().basket();
        if (basket == null) return;
        rows.insert(
                "paid_baskets",
                basket,
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                header.workstation(),
                header.businessDay(),
                header.receipt(),
                paid.total().minor(),
                paid.currency().code());
    }
}
