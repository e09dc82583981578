package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.StockValues;

/**
 * What a store's goods were worth before and after a close-down, at average cost, in JSON: closing
 * = opening + received + transferredIn + corrected + variance − sold − wasted − transferredOut.
 *
 * @param transferredOut at average cost
 * @param carriedOut the same, at the cost that the transfers carry
 * @param sold cost of goods sold, less that of what came back
 * @param variance surplus less shortage, which counts found
 * @param corrected what goods that were sold before they came cost less than was taken for them
 * @param items articles in one unit that the store has, had or lacks
 * @param negative of which more went than had come
 * @param counted lines of counts
 * @param countedLate of which so many came after a later day was closed, and are not in this
 */
@Serdeable
public record StockValuesJson(
        Amount opening,
        Amount received,
        Amount transferredIn,
        Amount transferredOut,
        Amount carriedOut,
        Amount sold,
        Amount wasted,
        Amount surplus,
        Amount shortage,
        Amount variance,
        Amount corrected,
        Amount closing,
        long items,
        long negative,
        long counted,
        long countedLate) {
    static StockValuesJson of(StockValues stock) {
        return new StockValuesJson(
                Amount.of(stock.opening()),
                Amount.of(stock.received()),
                Amount.of(stock.transferredIn()),
                Amount.of(stock.transferredOut()),
                Amount.of(stock.carriedOut()),
                Amount.of(stock.sold()),
                Amount.of(stock.wasted()),
                Amount.of(stock.surplus()),
                Amount.of(stock.shortage()),
                Amount.of(stock.variance()),
                Amount.of(stock.corrected()),
                Amount.of(stock.closing()),
                stock.counts().items(),
                stock.counts().negative(),
                stock.counts().counted(),
                stock.counts().late());
    }
}
