package io.tidemark.lab.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What one row of the file is to a shop. */
public sealed interface Row {
    /** The row's number as a spreadsheet shows it: the header is row 1. */
    long number();

    /**
     * A line of a receipt.
     *
     * @param quantity at most 3 decimals, negative where goods come back
     * @param price at most 6 decimals, never negative
     * @param amountMinor quantity × price, HALF_UP to the currency's minor unit
     */
    record Line(
            long number,
            Goods goods,
            BigDecimal quantity,
            BigDecimal price,
            LocalDateTime at,
            long amountMinor)
            implements Row {}

    /**
     * A negative quantity that is no return: goods broken, lost or found, which no receipt shows.
     */
    record StockCorrection(long number) implements Row {}

    record Refused(long number, String reason) implements Row {}
}
