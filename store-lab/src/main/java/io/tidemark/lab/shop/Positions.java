package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.retail.HouseRates;
import io.tidemark.lab.retail.MinorUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What a store holds of foreign currencies after its first day: bought at what was paid, and taken
 * for goods at what it counted as; what is sold takes its share of that with it, and the rest is
 * worth the middle rate.
 */
final class Positions {
    static final String COUNTED_AS = "countedAs";

    private static final String ROW = "position ";
    private static final String CASH = "CASH ";

    private Positions() {}

    /** As a close-down tells them. */
    static MoneyFigures of(JsonNode positions) {
        MoneyFigures all = MoneyFigures.NONE;
        for (JsonNode one : positions)
            all =
                    all.plus(
                            MoneyFigures.of(
                                    ROW + one.path("currency").asText(),
                                    Map.of(
                                            "amount", MoneyFigures.minor(one, "held"),
                                            "cost", MoneyFigures.minor(one, "cost"),
                                            "realised", MoneyFigures.minor(one, "realised"),
                                            "revaluation",
                                                    MoneyFigures.minor(one, "revaluation"))));
        return all;
    }

    /**
     * By what was exchanged and taken, at the rates of the house.
     *
     * @param told of the whole store
     * @param counted what foreign cash that was taken for goods came to
     */
    static MoneyFigures after(MoneyFigures told, MoneyFigures counted, String currency) {
        MinorUnits own = MinorUnits.of(currency);
        MoneyFigures all = MoneyFigures.NONE;
        for (HouseRates.Rate rate : new HouseRates(own).all())
            all = all.plus(after(told, counted, rate, own));
        return all;
    }

    private static MoneyFigures after(
            MoneyFigures told, MoneyFigures counted, HouseRates.Rate rate, MinorUnits own) {
        String foreign = rate.foreign().currency();
        String row = MoneyFigures.EXCHANGE + foreign;
        long bought = told.amount(row, "bought") + told.amount(CASH + foreign, "sales");
        if (bought == 0) return MoneyFigures.NONE;
        long sold = told.amount(row, "sold");
        long paid = told.amount(row, "paid") + counted.amount(CASH + foreign, COUNTED_AS);
        long taken =
                BigDecimal.valueOf(paid)
                        .multiply(BigDecimal.valueOf(sold))
                        .divide(BigDecimal.valueOf(bought), 0, RoundingMode.HALF_UP)
                        .longValueExact();
        long amount = bought - sold;
        long cost = paid - taken;
        long value =
                own.extend(BigDecimal.valueOf(amount, rate.foreign().digits()), rate.mid())
                        .longValueExact();
        return MoneyFigures.of(
                ROW + foreign,
                Map.of(
                        "amount",
                        amount,
                        "cost",
                        cost,
                        "realised",
                        told.amount(row, "received") - taken,
                        "revaluation",
                        value - cost));
    }

    /** In the store's currency, of all foreign ones. */
    static long sum(MoneyFigures positions, String name) {
        return positions.rows().values().stream()
                .mapToLong(row -> row.getOrDefault(name, 0L))
                .sum();
    }
}
