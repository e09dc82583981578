package io.tidemark.lab.retail;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the shops sell beside the file, so that there is something of every kind: spirits with a
 * deposit that are not for everybody, cheese by weight, and gift cards. Prices are units of the
 * currency, as {@link HouseRule#unitMinor()} has them.
 */
public record HouseGoods(HouseRule rule) {
    public static final String GIN = "HOUSE-GIN";
    public static final String BOTTLE = "HOUSE-BOTTLE";
    public static final String CHEESE = "HOUSE-CHEESE";
    public static final String GIFT_CARD = "HOUSE-CARD";

    /** From which a customer may have gin. */
    public static final int YEARS = 18;

    private static final String STANDARD = "S";
    private static final String ZERO = "Z";

    /**
     * @param kind as head office's catalogue names it
     * @param deposit code of the container that is charged with it; empty if none is
     * @param minimumAge 0 where anybody may have it
     */
    public record Ware(Catalogue.Product product, String kind, String deposit, int minimumAge) {}

    public List<Ware> all() {
        return List.of(
                new Ware(product(GIN, "GIN", "drinks", STANDARD, gin()), "goods", BOTTLE, YEARS),
                new Ware(
                        product(BOTTLE, "BOTTLE, DEPOSIT", "drinks", STANDARD, bottle()),
                        "deposit",
                        "",
                        0),
                new Ware(
                        new Catalogue.Product(
                                CHEESE, "CHEESE", "counter", ZERO, Catalogue.KILOGRAM, cheese()),
                        "goods",
                        "",
                        0),
                new Ware(
                        product(GIFT_CARD, "GIFT CARD", "cards", ZERO, BigDecimal.ZERO),
                        "gift-card",
                        "",
                        0));
    }

    public BigDecimal gin() {
        return price("17");
    }

    public BigDecimal bottle() {
        return price("0.2");
    }

    /** Of a kilogram. */
    public BigDecimal cheese() {
        return price("12.4");
    }

    private BigDecimal price(String units) {
        return rule.decimal(rule.unitMinor()).multiply(new BigDecimal(units)).stripTrailingZeros();
    }

    private static Catalogue.Product product(
            String plu, String description, String department, String tax, BigDecimal price) {
        return new Catalogue.Product(plu, description, department, tax, Catalogue.PIECE, price);
    }
}
