package io.tidemark.cloud.masterdata;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.masterdata.CatalogueJson.LaterPrice;
import io.tidemark.cloud.masterdata.CatalogueJson.ProductRow;
import io.tidemark.cloud.masterdata.CatalogueJson.TaxRow;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.PriceFrom;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.SoldAs;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue row by row, and collects what is wrong with each instead of stopping at the
 * first.
 */
final class CatalogueReading {
    /** Bad rows that are named; the rest is counted. */
    static final int FAULTS_NAMED_MAX = 100;

    private final List<TaxDefinition> taxes = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> taxCodes = new HashSet<>();
    private final Set<String> articles = new HashSet<>();
    private int faultCount;

    private CatalogueReading() {}

    /**
     * One bad row.
     *
     * @param row from 1
     * @param key the row's own code, where it has one
     */
    @Serdeable.Serializable
    record RowFault(String list, int row, @Nullable String key, String reason) {}

    /** A catalogue without fault, not yet of any version. */
    record Catalogue(List<TaxDefinition> taxes, List<Product> products) {}

    static CatalogueReading of(CatalogueJson json) {
        CatalogueReading reading = new CatalogueReading();
        reading.each("taxCategories", json.taxCategories(), TaxRow::code, reading::tax);
        SoldAsRows soldAs = new SoldAsRows(reading.taxes);
        reading.each(
                "products", json.products(), ProductRow::plu, row -> reading.product(row, soldAs));
        soldAs.missing().forEach(why -> reading.fault("products", 0, null, why));
        return reading;
    }

    boolean isSound() {
        return faultCount == 0;
    }

    int faultCount() {
        return faultCount;
    }

    /** The first {@link #FAULTS_NAMED_MAX} of them. */
    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    Catalogue catalogue() {
        if (!isSound()) throw new IllegalStateException(faultCount + " rows are bad");
        return new Catalogue(List.copyOf(taxes), List.copyOf(products));
    }

    private interface RowReader<T> {
        void read(T row);
    }

    private <T> void each(
            String list,
            @Nullable List<T> rows,
            Function<T, @Nullable String> key,
            RowReader<T> reader) {
        if (rows == null || rows.isEmpty()) {
            fault(list, 0, null, "the list is missing or empty");
            return;
        }
        int number = 0;
        for (T row : rows) {
            number++;
            try {
                reader.read(row);
            } catch (IllegalArgumentException | ArithmeticException e) {
                fault(list, number, key.apply(row), String.valueOf(e.getMessage()));
            }
        }
    }

    private void fault(String list, int row, @Nullable String key, String reason) {
        faultCount++;
        if (faults.size() < FAULTS_NAMED_MAX) faults.add(new RowFault(list, row, key, reason));
    }

    private void tax(TaxRow row) {
        String code = required(row.code(), "code");
        if (row.ratePpm() == null)
            throw new IllegalArgumentException("ratePpm is missing; 20 % is 200000");
        TaxCategory category = new TaxCategory(code, new TaxRate(row.ratePpm()));
        if (!taxCodes.add(code))
            throw new IllegalArgumentException("the tax category '" + code + "' stands twice");
        taxes.add(new TaxDefinition(category, row.name() == null ? code : row.name()));
    }

    private void product(ProductRow row, SoldAsRows seen) {
        Product product =
                new Product(
                        required(row.plu(), "plu"),
                        row.gtin(),
                        required(row.description(), "description"),
                        required(row.department(), "department"),
                        required(row.taxCategory(), "taxCategory"),
                        Unit.of(row.unit() == null ? Unit.PIECE.code() : row.unit()),
                        price(required(row.price(), "price")),
                        new CurrencyCode(required(row.currency(), "currency")),
                        row.cost() == null ? null : price(row.cost()),
                        laterPrices(row),
                        row.stores() == null ? List.of() : row.stores(),
                        soldAs(row));
        requireKnown(product);
        seen.fault(product)
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        products.add(product);
    }

    private static SoldAs soldAs(ProductRow row) {
        return new SoldAs(
                row.kind() == null ? LineKind.GOODS : SoldAsRows.kind(row.kind()),
                row.deposit(),
                row.minimumAge() == null ? 0 : row.minimumAge());
    }

    private void requireKnown(Product product) {
        if (!taxCodes.contains(product.taxCategory()))
            throw new IllegalArgumentException(
                    "the tax category '"
                            + product.taxCategory()
                            + "' is not defined; define it under taxCategories, or use one of "
                            + taxCodes);
        requireOnce("PLU " + product.plu(), product);
        if (product.gtin() != null) requireOnce("GTIN " + product.gtin(), product);
    }

    private void requireOnce(String code, Product product) {
        if (!articles.add(code + " " + product.currency()))
            throw new IllegalArgumentException(code + " has two prices in " + product.currency());
    }

    private static List<PriceFrom> laterPrices(ProductRow row) {
        List<PriceFrom> prices = new ArrayList<>();
        if (row.laterPrices() == null) return prices;
        for (LaterPrice later : row.laterPrices()) {
            if (later.from() == null)
                throw new IllegalArgumentException("a later price needs its day: from");
            prices.add(new PriceFrom(later.from(), price(required(later.price(), "price"))));
        }
        return prices;
    }

    private static UnitPrice price(String decimal) {
        UnitPrice price = UnitPrice.of(decimal);
        if (price.value().signum() < 0)
            throw new IllegalArgumentException("a price is never negative: " + decimal);
        return price;
    }

    private static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank())
            throw new IllegalArgumentException(field + " is missing");
        return text;
    }
}
