package io.tidemark.cloud.masterdata;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as it is sent in. Everything may be missing here, so that {@link CatalogueReading}
 * can say of each row what it lacks.
 *
 * @param operator who publishes it, for the journal
 */
@Serdeable.Deserializable
record CatalogueJson(
        @Nullable List<TaxRow> taxCategories,
        @Nullable List<ProductRow> products,
        @Nullable String operator) {

    /**
     * @param ratePpm parts per million: 20 % is 200,000
     */
    @Serdeable.Deserializable
    record TaxRow(@Nullable String code, @Nullable String name, @Nullable Integer ratePpm) {}

    /**
     * @param unit UN/ECE code, {@code C62} (pieces) where it is left out
     * @param price decimal text, VAT included unless the store's terms say otherwise
     * @param cost decimal text: what one unit stands in the books for
     * @param laterPrices those known ahead, earliest first
     * @param stores labels of those that sell it; all, where they are left out
     * @param kind goods, deposit or gift-card; goods, where it is left out
     * @param deposit PLU of the one that is charged with each unit
     * @param minimumAge years that a customer must have
     */
    @Serdeable.Deserializable
    record ProductRow(
            @Nullable String plu,
            @Nullable String gtin,
            @Nullable String description,
            @Nullable String department,
            @Nullable String taxCategory,
            @Nullable String unit,
            @Nullable String price,
            @Nullable String currency,
            @Nullable String cost,
            @Nullable List<LaterPrice> laterPrices,
            @Nullable List<String> stores,
            @Nullable String kind,
            @Nullable String deposit,
            @Nullable Integer minimumAge) {}

    /**
     * @param from in force from the store's midnight of this day
     */
    @Serdeable.Deserializable
    record LaterPrice(@Nullable LocalDate from, @Nullable String price) {}
}
