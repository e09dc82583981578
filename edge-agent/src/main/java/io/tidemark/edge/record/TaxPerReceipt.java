package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rounds the tax of a receipt once for each rate, HALF_UP, and gives its lines whole minor units of
 * it that add up to that: each the whole part of its own tax, and what is left, a unit each, to
 * those with the largest remainders, the earlier first. So the sum of what lines store is the
 * receipt's tax.
 *
 * <p>Lines that come back with their receipt keep the tax that they had.
 */
final class TaxPerReceipt {
    private static final BigInteger PPM = BigInteger.valueOf(1_000_000);

    private final List<Line> lines;

    private TaxPerReceipt(List<Line> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static List<Line> of(List<Line> lines) {
        Map<TaxCategory, List<Integer>> rates = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).original() == null)
                rates.computeIfAbsent(lines.get(i).tax(), _ -> new ArrayList<>()).add(i);
        TaxPerReceipt receipt = new TaxPerReceipt(lines);
        rates.forEach(receipt::share);
        return receipt.lines;
    }

    private void share(TaxCategory category, List<Integer> at) {
        BigInteger ppm = BigInteger.valueOf(category.rate().ppm());
        BigInteger within = PPM.add(ppm);
        BigInteger whole = PPM.multiply(within);
        BigInteger sum = BigInteger.ZERO;
        List<BigInteger> taxes = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (int i : at) {
            BigInteger exact = exact(lines.get(i), ppm, within);
            sum = sum.add(exact);
            remainders.add(exact.mod(whole));
            taxes.add(exact.subtract(exact.mod(whole)).divide(whole));
        }
        BigInteger left = halfUp(sum, whole);
        for (BigInteger tax : taxes) left = left.subtract(tax);
        IntStream.range(0, at.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.longValueExact())
                .forEach(i -> taxes.set(i, taxes.get(i).add(BigInteger.ONE)));
        for (int i = 0; i < at.size(); i++) taxed(at.get(i), taxes.get(i).longValueExact());
    }

    /** A line's tax before any rounding, in parts of a million times (a million + the rate). */
    private static BigInteger exact(Line line, BigInteger ppm, BigInteger within) {
        return line.isTaxAdded()
                ? BigInteger.valueOf(line.net().minor()).multiply(ppm).multiply(within)
                : BigInteger.valueOf(line.gross().minor()).multiply(ppm).multiply(PPM);
    }

    private void taxed(int at, long minor) {
        Line line = lines.get(at);
        lines.set(at, line.taxed(new Money(minor, line.gross().currency())));
    }

    private static BigInteger halfUp(BigInteger amount, BigInteger whole) {
        return new BigDecimal(amount)
                .divide(new BigDecimal(whole), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }
}
