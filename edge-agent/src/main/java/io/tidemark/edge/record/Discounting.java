package io.tidemark.edge.record;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineDetails.DiscountShare;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Shares;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes discounts off priced lines: first those on one line, then those on the basket, each on what
 * the ones before left. A percentage is rounded once, HALF_UP; what comes off the basket is shared
 * out to its lines by what is left of each, so that the VAT of every line is right. Nothing becomes
 * less than zero, and nothing comes off deposits and gift cards.
 */
final class Discounting {
    private static final int PPM_PLACES = 6;

    private final List<Line> lines;
    private final CurrencyCode currency;
    private final List<Discount> discounts = new ArrayList<>();
    private final List<Money> left;
    private final List<List<DiscountShare>> shares;

    /**
     * @param lines without any discount
     */
    Discounting(List<Line> lines, CurrencyCode currency) {
        this.lines = lines;
        this.currency = currency;
        left = new ArrayList<>(lines.size());
        shares = new ArrayList<>(lines.size());
        for (Line line : lines) {
            left.add(line.gross());
            shares.add(List.of());
        }
    }

    /**
     * @throws IllegalArgumentException if it is more than the line
     */
    void onLine(int line, @Nullable AskedDiscount asked) {
        if (asked == null) return;
        if (!isGoods(line))
            throw new IllegalArgumentException(
                    "line " + (line + 1) + ": nothing comes off a deposit or a gift card");
        Money amount = amount(asked, left.get(line), "line " + (line + 1));
        discounts.add(new Discount(Discount.Kind.LINE, asked.reason(), asked.ratePpm(), amount));
        share(line, amount);
    }

    /**
     * @throws IllegalArgumentException if it is more than is left of the basket, or goods go both
     *     ways in it
     */
    void onBasket(AskedDiscount asked) {
        requireOneWay();
        Money all = Money.zero(currency);
        for (int i = 0; i < left.size(); i++) if (isGoods(i)) all = all.plus(left.get(i));
        Money amount = amount(asked, all, "the basket");
        discounts.add(new Discount(Discount.Kind.BASKET, asked.reason(), asked.ratePpm(), amount));
        if (amount.isZero()) return;
        List<Long> weights = new ArrayList<>(left.size());
        for (int i = 0; i < left.size(); i++)
            weights.add(isGoods(i) ? Math.absExact(left.get(i).minor()) : 0);
        List<Money> each = Shares.of(amount, weights);
        for (int i = 0; i < each.size(); i++) if (!each.get(i).isZero()) share(i, each.get(i));
    }

    Pricing.Result.Priced priced(long masterDataVersion) {
        if (discounts.isEmpty())
            return new Pricing.Result.Priced(lines, List.of(), masterDataVersion);
        List<Line> discounted = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) discounted.add(discounted(i));
        return new Pricing.Result.Priced(discounted, discounts, masterDataVersion);
    }

    private Line discounted(int line) {
        LineDetails before = lines.get(line).details();
        return shares.get(line).isEmpty()
                ? lines.get(line)
                : lines.get(line).with(before.with(shares.get(line)));
    }

    private void share(int line, Money amount) {
        List<DiscountShare> more = new ArrayList<>(shares.get(line));
        more.add(new DiscountShare(discounts.size() - 1, amount));
        shares.set(line, more);
        left.set(line, left.get(line).minus(amount));
    }

    /** Signed like what it is given on: of goods that come back, a discount comes back, too. */
    private Money amount(AskedDiscount asked, Money from, String what) {
        Money given = asked.amount();
        if (given == null)
            return Money.rounded(
                    from.decimal().multiply(BigDecimal.valueOf(asked.ratePpm(), PPM_PLACES)),
                    currency);
        Money whole = from.isNegative() ? from.negated() : from;
        if (!given.currency().equals(currency))
            throw new IllegalArgumentException(
                    "this till sells in " + currency + ": no discount can be " + given);
        if (given.minor() > whole.minor())
            throw new IllegalArgumentException(
                    "a discount of " + given + " is more than " + what + ", which is " + whole);
        return from.isNegative() ? given.negated() : given;
    }

    private boolean isGoods(int line) {
        return lines.get(line).details().kind().isGoods();
    }

    private void requireOneWay() {
        List<Line> goods = lines.stream().filter(line -> line.details().kind().isGoods()).toList();
        boolean out = goods.stream().anyMatch(line -> line.gross().minor() > 0);
        boolean back = goods.stream().anyMatch(line -> line.gross().isNegative());
        if (out && back)
            throw new IllegalArgumentException(
                    "goods go both ways in this basket: give the discount on its lines");
    }
}
