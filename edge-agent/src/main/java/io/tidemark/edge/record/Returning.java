package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a line that comes back: what was paid for it, in proportion. Rounded over all that
 * came back so far, this included, so that returning a line in parts gives back exactly what was
 * paid for it and its tax.
 *
 * @param sold as it stands on the receipt
 * @param before thousandths of it that came back already
 * @param now thousandths of it that come back with this, positive
 */
record Returning(Line sold, long before, long now) {
    /** Less what discounts took off; negative, as all amounts of goods that come back. */
    Money gross() {
        return part(sold.gross()).negated();
    }

    /**
     * The line of the return.
     *
     * @param discount its place among the return's discounts, where the line was sold at one
     */
    Line line(OriginalLine original, int discount) {
        Quantity back = new Quantity(BigDecimal.valueOf(-now, Quantity.PLACES_MAX), unit());
        return new Line(
                sold.plu(),
                sold.gtin(),
                sold.description(),
                sold.department(),
                sold.tax(),
                sold.price(),
                sold.origin(),
                back,
                gross(),
                part(sold.taxAmount()).negated(),
                original,
                new LineDetails(
                        null,
                        shares(back, discount),
                        cost(),
                        sold.details().kind(),
                        null,
                        sold.details().taxExcluded()));
    }

    boolean isDiscounted() {
        return !sold.details().shares().isEmpty();
    }

    private List<LineDetails.DiscountShare> shares(Quantity back, int discount) {
        if (!isDiscounted()) return List.of();
        Money full = sold.at(back);
        return List.of(new LineDetails.DiscountShare(discount, full.minus(gross())));
    }

    private @Nullable Money cost() {
        Money cost = sold.details().cost();
        return cost == null ? null : part(cost).negated();
    }

    private Unit unit() {
        return sold.quantity().unit();
    }

    /** Of an amount that the whole line had: what this brings back, with the amount's sign. */
    private Money part(Money whole) {
        return new Money(upTo(whole, before + now) - upTo(whole, before), whole.currency());
    }

    private long upTo(Money whole, long thousandths) {
        BigInteger times =
                BigInteger.valueOf(whole.minor()).multiply(BigInteger.valueOf(thousandths));
        return new BigDecimal(times)
                .divide(BigDecimal.valueOf(sold.quantity().thousandths()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
