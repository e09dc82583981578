package io.tidemark.lab.retail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At which rates the shops take and exchange foreign cash, whatever the day: by the European
 * Central Bank's reference rates of 5 December 2011, the shipped day. They buy 3 % below and sell 3
 * % above the middle, may go one per cent further, and take cash for goods at 5 % below. A store in
 * a currency of which that day has no rate handles its own alone.
 *
 * @param own the store's currency
 */
public record HouseRates(MinorUnits own) {
    /** Per cent of what is exchanged that a customer pays besides. */
    public static final BigDecimal COMMISSION_PERCENT = BigDecimal.ONE;

    private static final int PLACES = 4;
    private static final int HANDLED = 2;

    /** Of these, the first two that are not the store's own. */
    private static final List<String> FOREIGN = List.of("EUR", "USD", "GBP");

    /** Units for one euro: ECB, euro foreign exchange reference rates, 5 December 2011. */
    private static final Map<String, String> PER_EURO =
            Map.ofEntries(
                    Map.entry("EUR", "1"),
                    Map.entry("USD", "1.3442"),
                    Map.entry("JPY", "104.81"),
                    Map.entry("BGN", "1.9558"),
                    Map.entry("CZK", "25.146"),
                    Map.entry("DKK", "7.4353"),
                    Map.entry("GBP", "0.85925"),
                    Map.entry("HUF", "299.98"),
                    Map.entry("PLN", "4.4687"),
                    Map.entry("RON", "4.3542"),
                    Map.entry("SEK", "9.046"),
                    Map.entry("CHF", "1.2379"),
                    Map.entry("NOK", "7.726"),
                    Map.entry("AUD", "1.3072"),
                    Map.entry("CAD", "1.3644"),
                    Map.entry("KRW", "1515.69"),
                    Map.entry("MYR", "4.208"),
                    Map.entry("NZD", "1.7191"));

    /**
     * Store currency per unit of the foreign one.
     *
     * @param taken for goods
     */
    public record Rate(
            MinorUnits foreign,
            BigDecimal mid,
            BigDecimal buy,
            BigDecimal sell,
            BigDecimal low,
            BigDecimal high,
            BigDecimal taken) {}

    /** In an order that does not change; none where the store handles its own currency alone. */
    public List<Rate> all() {
        String store = PER_EURO.get(own.currency());
        if (store == null) return List.of();
        return FOREIGN.stream()
                .filter(code -> !code.equals(own.currency()))
                .limit(HANDLED)
                .map(code -> rate(code, new BigDecimal(store)))
                .toList();
    }

    public Optional<Rate> of(String foreign) {
        return all().stream().filter(rate -> rate.foreign().currency().equals(foreign)).findFirst();
    }

    private static Rate rate(String code, BigDecimal store) {
        BigDecimal foreign = new BigDecimal(PER_EURO.getOrDefault(code, "1"));
        BigDecimal mid = store.divide(foreign, PLACES, RoundingMode.HALF_UP);
        return new Rate(
                MinorUnits.of(code),
                mid,
                part(mid, "0.97"),
                part(mid, "1.03"),
                part(mid, "0.96"),
                part(mid, "1.04"),
                part(mid, "0.95"));
    }

    private static BigDecimal part(BigDecimal mid, String share) {
        return mid.multiply(new BigDecimal(share)).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
