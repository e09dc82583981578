package io.tidemark.lab.retail;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the shop sells on a day: each stock code with its first description and its most frequent
 * price (of several, the first). A line at another price is an entered price.
 */
public record Catalogue(Map<String, Product> products) {
    static final String PIECE = "C62";
    static final String KILOGRAM = "KGM";

    /**
     * A product as head office publishes it.
     *
     * @param unit UN/ECE Rec. 20: kilograms where a row has part of one, which no piece has
     */
    public record Product(
            String plu,
            String description,
            String department,
            String taxCategory,
            String unit,
            BigDecimal price) {}

    public Catalogue {
        products = Map.copyOf(products);
    }

    public static Catalogue of(TradingDay day) {
        Map<String, Prices> seen = new LinkedHashMap<>();
        for (Invoice invoice : day.invoices())
            for (Row.Line line : invoice.lines())
                seen.computeIfAbsent(line.goods().code(), _ -> new Prices(line.goods())).saw(line);
        Map<String, Product> products = new LinkedHashMap<>();
        seen.forEach((code, prices) -> products.put(code, prices.product()));
        return new Catalogue(products);
    }

    /** In order of their codes, so that the published file does not change from run to run. */
    public List<Product> inOrder() {
        return products.values().stream()
                .sorted((one, other) -> one.plu().compareTo(other.plu()))
                .toList();
    }

    /** Whether the till finds this very price by itself. */
    public boolean charges(Row.Line line) {
        return Optional.ofNullable(products.get(line.goods().code()))
                .filter(product -> product.price().compareTo(line.price()) == 0)
                .isPresent();
    }

    private static final class Prices {
        private final Goods goods;
        private final Map<BigDecimal, Integer> counts = new HashMap<>();
        private BigDecimal most = BigDecimal.ZERO;
        private int mostCount;
        private String unit = PIECE;

        Prices(Goods goods) {
            this.goods = goods;
        }

        void saw(Row.Line line) {
            if (line.quantity().stripTrailingZeros().scale() > 0) unit = KILOGRAM;
            saw(line.price());
        }

        private void saw(BigDecimal price) {
            int count = counts.merge(price, 1, Integer::sum);
            if (count <= mostCount) return;
            most = price;
            mostCount = count;
        }

        Product product() {
            String code = goods.code();
            return new Product(
                    code,
                    goods.description(),
                    HouseRule.department(code),
                    HouseRule.taxCategory(code),
                    unit,
                    most);
        }
    }
}
