package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article and its price, VAT included unless the store's terms say otherwise. An article sold in
 * several currencies stands once for each.
 *
 * @param gtin GS1 article number of 8, 12, 13 or 14 digits with its check digit, where there is one
 * @param taxCategory the code of one of the file's tax categories
 * @param price in force until the first of the later ones is
 * @param cost what one unit stands in the books for, in the price's currency; null where unknown
 * @param laterPrices earliest first
 * @param stores the labels of those that sell it; empty: all do
 * @param soldAs goods for anybody, unless it says otherwise
 */
public record Product(
        String plu,
        @Nullable String gtin,
        String description,
        String department,
        String taxCategory,
        Unit unit,
        UnitPrice price,
        CurrencyCode currency,
        @Nullable UnitPrice cost,
        List<PriceFrom> laterPrices,
        List<String> stores,
        SoldAs soldAs) {
    /** Prices that are known ahead, of one article. */
    public static final int LATER_PRICES_MAX = 50;

    /** Stores that are named with one article. */
    public static final int STORES_MAX = 5_000;

    /** Those of the first form; what follows is left out from the last one that says something. */
    private static final int FIELDS_LEAST = 9;

    private static final int FIELDS = 13;

    public Product {
        if (plu.isBlank()) throw new IllegalArgumentException("a product needs a PLU");
        within(plu, Limits.CODE_MAX, "a PLU");
        within(description, Limits.TEXT_MAX, "a description");
        within(department, Limits.CODE_MAX, "a department");
        within(taxCategory, Limits.CODE_MAX, "a tax category");
        if (gtin != null) Gtin.require(gtin);
        laterPrices = List.copyOf(laterPrices);
        stores = List.copyOf(stores);
        requireRisingDates(plu, laterPrices);
        if (stores.size() > STORES_MAX)
            throw new IllegalArgumentException(
                    "product " + plu + " names more than " + STORES_MAX + " stores");
        for (String store : stores) within(store, Limits.CODE_MAX, "a store's label");
    }

    /** One price for good, everywhere, at a cost that nobody knows. */
    public Product(
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            String taxCategory,
            Unit unit,
            UnitPrice price,
            CurrencyCode currency) {
        this(
                plu,
                gtin,
                description,
                department,
                taxCategory,
                unit,
                price,
                currency,
                null,
                List.of(),
                List.of());
    }

    /** Goods for anybody. */
    public Product(
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            String taxCategory,
            Unit unit,
            UnitPrice price,
            CurrencyCode currency,
            @Nullable UnitPrice cost,
            List<PriceFrom> laterPrices,
            List<String> stores) {
        this(
                plu,
                gtin,
                description,
                department,
                taxCategory,
                unit,
                price,
                currency,
                cost,
                laterPrices,
                stores,
                SoldAs.GOODS);
    }

    /** The price that follows the one in force on a day. */
    public Optional<PriceFrom> nextAfter(LocalDate day) {
        return laterPrices.stream().filter(later -> later.from().isAfter(day)).findFirst();
    }

    /** The price in force on a day of the store's calendar. */
    public UnitPrice priceOn(LocalDate day) {
        UnitPrice inForce = price;
        for (PriceFrom later : laterPrices) {
            if (later.from().isAfter(day)) break;
            inForce = later.price();
        }
        return inForce;
    }

    public boolean isSoldIn(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    /** With these instead of its own. */
    public Product withLaterPrices(List<PriceFrom> others) {
        return with(others, stores);
    }

    /** As one store gets it, which need not know who else sells it. */
    public Product withoutStores() {
        return stores.isEmpty() ? this : with(laterPrices, List.of());
    }

    private Product with(List<PriceFrom> prices, List<String> sellers) {
        return new Product(
                plu,
                gtin,
                description,
                department,
                taxCategory,
                unit,
                price,
                currency,
                cost,
                prices,
                sellers,
                soldAs);
    }

    /** Sold so. */
    public Product as(SoldAs how) {
        return new Product(
                plu,
                gtin,
                description,
                department,
                taxCategory,
                unit,
                price,
                currency,
                cost,
                laterPrices,
                stores,
                how);
    }

    void writeTo(CborWriter writer) {
        int fields = fields();
        writer.array(fields).text(plu).textOrNothing(gtin).text(description).text(department);
        writer.text(taxCategory).text(unit.code());
        price.writeTo(writer);
        writer.text(currency.code());
        if (fields > FIELDS_LEAST) writeCost(writer);
        if (fields > FIELDS_LEAST + 1) writer.list(laterPrices, PriceFrom::writeTo);
        if (fields > FIELDS_LEAST + 2) writer.list(stores, (store, into) -> into.text(store));
        if (fields == FIELDS) soldAs.writeTo(writer);
    }

    private int fields() {
        if (!soldAs.isPlain()) return FIELDS;
        if (!stores.isEmpty()) return FIELDS - 1;
        if (!laterPrices.isEmpty()) return FIELDS - 2;
        return cost == null ? FIELDS_LEAST : FIELDS_LEAST + 1;
    }

    private void writeCost(CborWriter writer) {
        if (cost == null) writer.nothing();
        else cost.writeTo(writer.array(2));
    }

    /** One product, as a file has it. */
    public static Product parse(byte[] item) {
        try {
            CborReader reader = new CborReader(item);
            Product product = readFrom(reader);
            reader.end();
            return product;
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    static Product readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new Product(
                                reader.text(Limits.CODE_MAX),
                                reader.textOrNothing(Limits.CODE_MAX),
                                reader.text(Limits.TEXT_MAX),
                                reader.text(Limits.CODE_MAX),
                                reader.text(Limits.CODE_MAX),
                                Unit.of(reader.text(Limits.CODE_MAX)),
                                UnitPrice.readFrom(reader),
                                new CurrencyCode(reader.text(Limits.CODE_MAX)),
                                there > FIELDS_LEAST ? cost(reader) : null,
                                there > FIELDS_LEAST + 1 ? laterPrices(reader) : List.of(),
                                there > FIELDS_LEAST + 2 ? stores(reader) : List.of(),
                                there == FIELDS ? SoldAs.readFrom(reader) : SoldAs.GOODS));
    }

    private static @Nullable UnitPrice cost(CborReader reader) {
        if (reader.takeNothing()) return null;
        return reader.fields(2, () -> UnitPrice.readFrom(reader));
    }

    private static List<PriceFrom> laterPrices(CborReader reader) {
        return reader.list(LATER_PRICES_MAX, () -> PriceFrom.readFrom(reader));
    }

    private static List<String> stores(CborReader reader) {
        return reader.list(STORES_MAX, () -> reader.text(Limits.CODE_MAX));
    }

    private static void requireRisingDates(String plu, List<PriceFrom> prices) {
        if (prices.size() > LATER_PRICES_MAX)
            throw new IllegalArgumentException(
                    "product " + plu + " has more than " + LATER_PRICES_MAX + " later prices");
        for (int i = 1; i < prices.size(); i++)
            if (!prices.get(i - 1).from().isBefore(prices.get(i).from()))
                throw new IllegalArgumentException(
                        "product "
                                + plu
                                + " has two prices from "
                                + prices.get(i).from()
                                + ", or not the earlier one first");
    }

    private static void within(String text, int charactersMax, String what) {
        if (text.length() > charactersMax)
            throw new IllegalArgumentException(
                    what + " has at most " + charactersMax + " characters");
    }
}
