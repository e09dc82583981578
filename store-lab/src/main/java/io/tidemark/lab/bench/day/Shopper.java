package io.tidemark.lab.bench.day;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Shares;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Fills baskets: the number of lines is log-normal with a median of 5 and a mean of 8; one receipt
 * in 65 brings goods back, one in 16 has an article at a tenth off, one in 50 money off all of it,
 * one in 33 lost a line on the way, and one line in 300 has another price than the catalogue's.
 */
final class Shopper {
    /** Of a log-normal basket: the mean is e to the power of the median's logarithm and a half. */
    private static final double LINES_LOG_MEAN = 1.6;

    private static final double LINES_LOG_DEVIATION = 0.97;
    private static final int LINES_MAX = 150;
    private static final double RETURNED = 0.015;
    private static final double WITH_RECEIPT = 0.7;
    private static final double ARTICLE_OFF = 0.06;
    private static final double BASKET_OFF = 0.02;
    private static final double LINE_VOIDED = 0.03;
    private static final double OVERRIDDEN = 1 / 300.0;
    private static final BigDecimal MARKED_DOWN = new BigDecimal("0.8");

    private final Assortment assortment;
    private final SplittableRandom random;
    private final Purse purse;
    private final String store;
    private final LocalDate day;

    Shopper(Assortment assortment, SplittableRandom random, String store, LocalDate day) {
        this.assortment = assortment;
        this.random = random;
        this.purse = new Purse(random);
        this.store = store;
        this.day = day;
    }

    /**
     * The next receipt of a workstation.
     *
     * @param linesMax no more lines than this are wanted
     */
    RetailTransaction next(String workstation, int linesMax) {
        if (random.nextDouble() < RETURNED) return returned(workstation, linesMax);
        int lines = Math.min(linesMax, basketSize());
        List<Line> bought = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) bought.add(line(1));
        return discounted(bought);
    }

    private int basketSize() {
        double drawn = Math.exp(LINES_LOG_MEAN + LINES_LOG_DEVIATION * random.nextGaussian());
        return Math.clamp(Math.round(drawn), 1, LINES_MAX);
    }

    private Line line(int sign) {
        Ware ware = assortment.draw(random);
        Quantity quantity = quantity(ware, sign);
        BigDecimal cost = BigDecimal.valueOf(ware.cost().minor()).multiply(quantity.value());
        Money whole =
                new Money(
                        cost.setScale(0, RoundingMode.HALF_UP).longValueExact(),
                        Assortment.CURRENCY);
        LineDetails.PriceOverride override = override(ware, sign);
        UnitPrice price =
                override == null
                        ? ware.price()
                        : new UnitPrice(
                                ware.price()
                                        .value()
                                        .multiply(MARKED_DOWN)
                                        .setScale(2, RoundingMode.HALF_UP));
        return Line.priced(
                        ware.article(), price, PriceOrigin.CATALOGUE, quantity, Assortment.CURRENCY)
                .with(new LineDetails(override, List.of(), whole));
    }

    private LineDetails.@Nullable PriceOverride override(Ware ware, int sign) {
        return sign > 0 && random.nextDouble() < OVERRIDDEN
                ? new LineDetails.PriceOverride(ware.price(), "damaged")
                : null;
    }

    private Quantity quantity(Ware ware, int sign) {
        if (ware.isWeighed())
            return new Quantity(
                    BigDecimal.valueOf(sign * (50L + random.nextInt(2_000)), 3), Unit.KILOGRAM);
        int drawn = random.nextInt(100);
        int pieces = drawn < 80 ? 1 : drawn < 94 ? 2 : 3 + random.nextInt(4);
        return Quantity.pieces((long) sign * pieces);
    }

    private RetailTransaction discounted(List<Line> bought) {
        List<Discount> discounts = new ArrayList<>();
        if (random.nextDouble() < ARTICLE_OFF) articleOff(bought, discounts);
        else if (random.nextDouble() < BASKET_OFF) basketOff(bought, discounts);
        Money total = Money.sum(Assortment.CURRENCY, bought, Line::gross);
        Purse.Paid paid = purse.pays(total);
        return new SaleCompleted(
                Assortment.CURRENCY,
                bought,
                paid.tenders(),
                paid.change(),
                new TransactionDetails(discounts, List.of(), voided(), null, ""));
    }

    private void articleOff(List<Line> bought, List<Discount> discounts) {
        int which = random.nextInt(bought.size());
        Line line = bought.get(which);
        Money off = new Money(Math.round(line.gross().minor() / 10.0), Assortment.CURRENCY);
        discounts.add(new Discount(Discount.Kind.LINE, "tenth off", 100_000, off));
        bought.set(which, sharing(line, off));
    }

    private void basketOff(List<Line> bought, List<Discount> discounts) {
        Money total = Money.sum(Assortment.CURRENCY, bought, Line::gross);
        if (total.minor() < 1_000) return;
        Money off = new Money(100 + random.nextInt(400), Assortment.CURRENCY);
        List<Money> shares =
                Shares.of(off, bought.stream().map(line -> line.gross().minor()).toList());
        discounts.add(new Discount(Discount.Kind.BASKET, "voucher", 0, off));
        for (int i = 0; i < bought.size(); i++)
            if (!shares.get(i).isZero()) bought.set(i, sharing(bought.get(i), shares.get(i)));
    }

    private static Line sharing(Line line, Money off) {
        return line.with(
                new LineDetails(
                        line.details().override(),
                        List.of(new LineDetails.DiscountShare(0, off)),
                        line.details().cost()));
    }

    private TransactionDetails.@Nullable VoidedLines voided() {
        return random.nextDouble() < LINE_VOIDED
                ? new TransactionDetails.VoidedLines(
                        1, new Money(50 + random.nextInt(2_000), Assortment.CURRENCY))
                : null;
    }

    private RetailTransaction returned(String workstation, int linesMax) {
        int lines = Math.min(linesMax, 1 + random.nextInt(2));
        boolean has = random.nextDouble() < WITH_RECEIPT;
        long receipt = 1L + random.nextInt(5_000);
        List<Line> back = new ArrayList<>(lines);
        for (int i = 1; i <= lines; i++) {
            Line line = line(-1);
            back.add(
                    has
                            ? line.returning(
                                    new OriginalLine(
                                                    store,
                                                    workstation,
                                                    day.minusDays(2),
                                                    receipt,
                                                    i)
                                            .held())
                            : line);
        }
        Purse.Paid paid = purse.pays(Money.sum(Assortment.CURRENCY, back, Line::gross));
        return new GoodsReturned(
                Assortment.CURRENCY, back, paid.tenders(), paid.change(), TransactionDetails.NONE);
    }
}
