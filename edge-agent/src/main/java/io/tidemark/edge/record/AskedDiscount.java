package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money off, as asked for: a part or an amount.
 *
 * @param ratePpm of what it is given on, in parts per million; 0 for an amount
 * @param amount what it takes off, above zero; null for a part
 */
public record AskedDiscount(String reason, int ratePpm, @Nullable Money amount) {
    public AskedDiscount {
        if (reason.length() > Limits.TEXT_MAX)
            throw new IllegalArgumentException(
                    "a discount's reason has at most " + Limits.TEXT_MAX + " characters");
        if ((ratePpm == 0) == (amount == null))
            throw new IllegalArgumentException("a discount is either a percentage or an amount");
        if (ratePpm < 0 || ratePpm > Discount.RATE_PPM_MAX)
            throw new IllegalArgumentException("a discount is above 0 and at most 100 %");
        if (amount != null && amount.minor() <= 0)
            throw new IllegalArgumentException("a discount is above zero, not " + amount);
    }

    public static AskedDiscount ofRate(int ppm, String reason) {
        return new AskedDiscount(reason, ppm, null);
    }

    public static AskedDiscount of(Money amount, String reason) {
        return new AskedDiscount(reason, 0, amount);
    }
}
