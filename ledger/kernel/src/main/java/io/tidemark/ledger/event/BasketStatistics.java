package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * How large baskets were: of the sales of a close-down as they were rung up, without returns, and
 * with what was post-voided later. Whole numbers; a mean is rounded HALF_UP (away from zero at the
 * half), a median and a 95th percentile are of the nearest rank: of n values in order the one at ⌈n
 * × p⌉, counted from 1. All zero where nothing was sold.
 *
 * @param count sales
 * @param sizeMeanHundredths lines of goods of a basket, in hundredths of a line
 * @param valueMean totals of baskets
 */
public record BasketStatistics(
        long count,
        long sizeMeanHundredths,
        long sizeMedian,
        long sizeP95,
        Money valueMean,
        Money valueMedian,
        Money valueP95) {
    private static final int FIELDS = 7;

    /** The array of these, amounts in minor units. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(count).integer(sizeMeanHundredths).integer(sizeMedian);
        writer.integer(sizeP95).integer(valueMean.minor()).integer(valueMedian.minor());
        writer.integer(valueP95.minor());
    }

    static BasketStatistics readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new BasketStatistics(
                                reader.integer(),
                                reader.integer(),
                                reader.integer(),
                                reader.integer(),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader)));
    }
}
