package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.TaxTotal;

/**
 * What was sold under a tax category and rate, in JSON, the same in every node's API.
 *
 * @param ratePpm parts per million: 200,000 is 20 %
 */
@Serdeable
public record TaxJson(String category, int ratePpm, Amount net, Amount tax, Amount gross) {
    public static TaxJson of(TaxTotal total) {
        return new TaxJson(
                total.category().code(),
                total.category().rate().ppm(),
                Amount.of(total.net()),
                Amount.of(total.tax()),
                Amount.of(total.gross()));
    }
}
