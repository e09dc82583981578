package io.tidemark.lab.simulate;

import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StoreDayClosed;

/** What an entry adds to the sums that are compared: a receipt's total, or a close-down's. */
record Posting(long receipts, long gross) {
    static final Posting NOTHING = new Posting(0, 0);

    static Posting of(Event event) {
        if (event instanceof RetailTransaction sale) return new Posting(1, sale.total().minor());
        if (event instanceof StoreDayClosed closed)
            return new Posting(closed.totals().transactions(), closed.totals().gross().minor());
        return NOTHING;
    }
}
