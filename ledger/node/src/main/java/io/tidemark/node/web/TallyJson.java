package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.Tally;

/** How often something out of the ordinary was done, in JSON, the same in every node's API. */
@Serdeable
public record TallyJson(String kind, long count, Amount amount) {
    public static TallyJson of(Tally tally) {
        return new TallyJson(tally.kind(), tally.count(), Amount.of(tally.amount()));
    }
}
