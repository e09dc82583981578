package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import org.jspecify.annotations.Nullable;

/** What a till program is told of articles. */
final class CatalogueAnswers {
    private CatalogueAnswers() {}

    @Serdeable
    record Product(
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            String taxCategory,
            int taxRatePpm,
            String unit,
            String price,
            String currency,
            @Nullable NextPrice nextPrice,
            String kind,
            @Nullable String deposit,
            int minimumAge,
            @Nullable Labelled label) {}

    /**
     * What the bar code says that scales printed for one package.
     *
     * @param code by which a line of a basket names it, as its GTIN
     * @param quantity in the article's unit
     * @param price of one unit, at which the quantity comes to the amount
     * @param amount before any discount
     */
    @Serdeable
    record Labelled(String code, String quantity, String price, Amount amount) {}

    /**
     * A price to come.
     *
     * @param from the date (yyyy-mm-dd) from the store's midnight of which it is asked
     */
    @Serdeable
    record NextPrice(String from, String price) {}
}
