package io.tidemark.lab.bench.day;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * 20,000 products in 12 departments with four VAT keys. How often each is sold follows Zipf's law
 * with the exponent 0.9, so that a hundredth of them makes a third of the lines, as in a
 * supermarket; which ones is drawn from the seed.
 */
public final class Assortment {
    public static final int PRODUCTS = 20_000;
    static final CurrencyCode CURRENCY = new CurrencyCode("GBP");

    private static final int DEPARTMENTS = 12;
    private static final double ZIPF = 0.9;
    private static final double WEIGHED = 0.08;
    private static final double PRICE_LOG_MEAN = 0.9;
    private static final double PRICE_LOG_DEVIATION = 0.8;
    private static final double PRICE_MAX = 500;
    private static final BigDecimal COST_OF_PRICE = new BigDecimal("0.6");
    private static final List<TaxCategory> TAXES =
            List.of(
                    new TaxCategory("S", new TaxRate(200_000)),
                    new TaxCategory("R", new TaxRate(50_000)),
                    new TaxCategory("Z", new TaxRate(0)),
                    new TaxCategory("M", new TaxRate(125_000)));

    private final Ware[] wares = new Ware[PRODUCTS];
    private final double[] upTo = new double[PRODUCTS];
    private final Map<String, Ware> byPlu = new HashMap<>();

    public Assortment(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int rank = 0; rank < PRODUCTS; rank++) {
            wares[rank] = ware(rank, random);
            byPlu.put(wares[rank].article().plu(), wares[rank]);
            sum += Math.pow(rank + 1.0, -ZIPF);
            upTo[rank] = sum;
        }
    }

    Ware draw(SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble(upTo[PRODUCTS - 1]));
        return wares[Math.min(PRODUCTS - 1, found < 0 ? -found - 1 : found)];
    }

    /** The place of a product that a figure names. */
    int index(String plu) {
        return wareOf(plu).index();
    }

    private Ware wareOf(String plu) {
        Ware ware = byPlu.get(plu);
        if (ware == null) throw new IllegalStateException("nobody sold " + plu);
        return ware;
    }

    static int department(String code) {
        return Integer.parseInt(code.substring(1));
    }

    static int tax(TaxCategory category) {
        return TAXES.indexOf(category);
    }

    private static Ware ware(int rank, SplittableRandom random) {
        int department = random.nextInt(DEPARTMENTS);
        // A department has one VAT key, but for one article in ten.
        int tax = random.nextInt(10) == 0 ? random.nextInt(TAXES.size()) : department % 4;
        // Spread, so that what sells best is not what stands first in any order.
        String plu = String.format(Locale.ROOT, "%07d", (rank * 7_919L + 13) % 10_000_000);
        double price =
                Math.min(
                        PRICE_MAX,
                        Math.exp(PRICE_LOG_MEAN + PRICE_LOG_DEVIATION * random.nextGaussian()));
        long minor = Math.max(5, Math.round(price * 20) * 5 - 1);
        Unit unit = random.nextDouble() < WEIGHED ? Unit.KILOGRAM : Unit.PIECE;
        return new Ware(
                rank,
                new Line.Article(
                        plu,
                        null,
                        "ARTICLE " + plu + " OF THE SHELF",
                        String.format(Locale.ROOT, "D%02d", department),
                        TAXES.get(tax)),
                department,
                tax,
                new UnitPrice(BigDecimal.valueOf(minor, 2)),
                unit,
                new Money(
                        BigDecimal.valueOf(minor)
                                .multiply(COST_OF_PRICE)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        CURRENCY));
    }
}
