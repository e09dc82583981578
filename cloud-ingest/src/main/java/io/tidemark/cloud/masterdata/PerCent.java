package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;

/** A share as people write it in a table. */
final class PerCent {
    private static final int PPM_PER_PERCENT = 10_000;

    private PerCent() {}

    static TaxRate read(String percent) {
        try {
            BigDecimal decimal = UnitPrice.of(percent.replace("%", "").strip()).value();
            return new TaxRate(
                    decimal.multiply(BigDecimal.valueOf(PPM_PER_PERCENT)).intValueExact());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'"
                            + percent
                            + "' is not from 0 to 100 per cent with at most four decimals; write it like 17.5",
                    e);
        }
    }
}
