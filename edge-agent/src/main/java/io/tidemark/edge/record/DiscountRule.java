package io.tidemark.edge.record;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.masterdata.Rules;
import java.math.BigInteger;
import java.util.List;

/**
 * Whether discounts are more than a cashier may give alone: one on its line, or all together on the
 * basket. What rounding adds, at most half a minor unit for each, is never too much.
 */
final class DiscountRule {
    private static final BigInteger WHOLE = BigInteger.valueOf(2L * Discount.RATE_PPM_MAX);

    private DiscountRule() {}

    static boolean isLarge(Pricing.Result.Priced goods, Rules rules) {
        BigInteger off = BigInteger.ZERO;
        BigInteger before = BigInteger.ZERO;
        for (Line line : goods.lines()) {
            BigInteger price = abs(line.undiscounted().minor());
            for (LineDetails.DiscountShare share : line.details().shares())
                if (isOnLine(goods.discounts(), share)
                        && isMore(abs(share.amount().minor()), price, 1, rules)) return true;
            before = before.add(price);
        }
        for (Discount discount : goods.discounts()) off = off.add(abs(discount.amount().minor()));
        return isMore(off, before, goods.discounts().size(), rules);
    }

    private static boolean isOnLine(List<Discount> discounts, LineDetails.DiscountShare share) {
        return discounts.get(share.discount()).kind() == Discount.Kind.LINE;
    }

    private static boolean isMore(BigInteger off, BigInteger before, int roundings, Rules rules) {
        BigInteger alone = before.multiply(BigInteger.valueOf(2L * rules.discountAlonePpm()));
        BigInteger rounding = BigInteger.valueOf((long) roundings * Discount.RATE_PPM_MAX);
        return off.multiply(WHOLE).compareTo(alone.add(rounding)) > 0;
    }

    private static BigInteger abs(long minor) {
        return BigInteger.valueOf(minor).abs();
    }
}
