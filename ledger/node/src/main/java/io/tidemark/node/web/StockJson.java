package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.StockTotal;

/**
 * Goods that went one way in a day, in JSON, the same in every node's API.
 *
 * @param unit by its UN/ECE code
 * @param quantity a decimal of the unit
 */
@Serdeable
public record StockJson(String flow, String unit, long movements, String quantity, Amount cost) {
    public static StockJson of(StockTotal total) {
        return new StockJson(
                total.flow().name(),
                total.unit().code(),
                total.movements(),
                total.quantity().toPlainString(),
                Amount.of(total.cost()));
    }
}
