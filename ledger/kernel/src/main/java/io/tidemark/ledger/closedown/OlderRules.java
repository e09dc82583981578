package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.Unknown;

/**
 * Entries as a gateway knew them whose rules were before the fourth: newer devices could already
 * record what it stored and did not understand. Folded again, its close-downs must not know more.
 */
final class OlderRules {
    private static final byte[] NOTHING = new byte[0];

    private OlderRules() {}

    static Entry known(Entry entry) {
        return new Entry(entry.header(), known(entry.event()));
    }

    private static Event known(Event event) {
        if (event instanceof ExchangeRefused) return new Unknown(0, false, NOTHING);
        return event instanceof CashMovement movement ? movement.costing(null) : event;
    }
}
