package io.tidemark.lab.shop;

import io.tidemark.lab.retail.HouseRates;
import io.tidemark.lab.retail.HouseRule;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the shops are paid, as head office imports it: whose scheme rounds cash, at which rates
 * foreign cash is taken for goods, and at which it is exchanged.
 *
 * @param country where the shops stand, ISO 3166-1
 * @param day the first business day on which currencies are exchanged
 */
public record HouseTables(HouseRule rule, String country, LocalDate day) {
    /** A customer who exchanged so many units of the store's currency is asked for papers. */
    public static final int IDENTIFIED_FROM = 200;

    /** The smallest note that is exchanged, in units of the foreign currency. */
    public static final int NOTE = 5;

    private static final int DRAWER_MAX = 5_000;
    private static final int POSITION_MAX = 20_000;

    /** CSV by the tables' names; a table that would have no row is left out. */
    Map<String, String> all() {
        Map<String, String> tables = new TreeMap<>();
        rule.coins()
                .ifPresent(scheme ->
                        tables.put("terms", "currency,rounding\n" + own() + "," + scheme.code()));
        HouseRates rates = new HouseRates(rule.money());
        if (rates.all().isEmpty()) return tables;
        tables.put("rates", rates(rates));
        tables.put("exchange", exchange(rates));
        tables.put(
                "identification",
                "country,currency,amount,days\n%s,%s,%s,1\n"
                        .formatted(
                                country,
                                own(),
                                rule.decimal(IDENTIFIED_FROM * rule.unitMinor()).toPlainString()));
        return tables;
    }

    private String own() {
        return rule.money().currency();
    }

    private String rates(HouseRates rates) {
        StringBuilder csv = new StringBuilder("currency,foreign,rate\n");
        for (HouseRates.Rate rate : rates.all())
            csv.append("%s,%s,%s\n".formatted(own(), rate.foreign().currency(), rate.taken()));
        return csv.toString();
    }

    private String exchange(HouseRates rates) {
        StringBuilder csv =
                new StringBuilder(
                        "currency,foreign,from,mid,buy,sell,low,high,note,round,commission,drawer,position\n");
        for (HouseRates.Rate rate : rates.all())
            csv.append(
                    "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n"
                            .formatted(
                                    own(),
                                    rate.foreign().currency(),
                                    day,
                                    rate.mid(),
                                    rate.buy(),
                                    rate.sell(),
                                    rate.low(),
                                    rate.high(),
                                    NOTE,
                                    rule.decimal(rule.coin()).toPlainString(),
                                    HouseRates.COMMISSION_PERCENT,
                                    DRAWER_MAX,
                                    POSITION_MAX));
        return csv.toString();
    }
}
