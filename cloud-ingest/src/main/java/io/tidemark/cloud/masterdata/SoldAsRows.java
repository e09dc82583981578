package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.CsvRow.BadCell;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.SoldAs;
import io.tidemark.ledger.masterdata.TaxDefinition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How articles are sold besides for their price, and whether what they say of each other is so: a
 * till would find out with a customer before it. Deposits are few, and held; goods go by.
 */
final class SoldAsRows {
    private final Set<String> untaxed;
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> there = new HashSet<>();

    SoldAsRows(List<TaxDefinition> taxes) {
        untaxed =
                taxes.stream()
                        .map(TaxDefinition::category)
                        .filter(category -> category.rate().ppm() == 0)
                        .map(TaxCategory::code)
                        .collect(Collectors.toSet());
    }

    static SoldAs read(CsvRow row) {
        LineKind kind = row.optional("kind", SoldAsRows::kind).orElse(LineKind.GOODS);
        String deposit = row.text("deposit").orElse(null);
        int age = row.optional("age", SoldAsRows::age).orElse(0);
        try {
            return new SoldAs(kind, deposit, age);
        } catch (IllegalArgumentException e) {
            throw new BadCell("deposit", String.valueOf(e.getMessage()), e);
        }
    }

    static LineKind kind(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(LineKind.values())
                .filter(kind -> kind.name().equals(name))
                .filter(kind -> kind != LineKind.TIP && kind != LineKind.ROUNDING)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + text + "' is no kind; use one of goods, deposit, gift-card"));
    }

    static int age(String text) {
        try {
            return new SoldAs(LineKind.GOODS, null, Integer.parseInt(text)).minimumAge();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no age in years", e);
        }
    }

    /**
     * @throws BadCell if it is a gift card on which tax would be due
     */
    Product checked(Product product) {
        Optional<String> fault = fault(product);
        if (fault.isPresent()) throw new BadCell("tax", fault.get(), null);
        return product;
    }

    /** Why no till should sell it so. */
    Optional<String> fault(Product product) {
        SoldAs soldAs = product.soldAs();
        if (soldAs.kind() == LineKind.GIFT_CARD && !untaxed.contains(product.taxCategory()))
            return Optional.of(
                    "a gift card is sold without VAT, which is due when it is redeemed: give it a tax"
                            + " category of 0 %");
        if (soldAs.kind() == LineKind.DEPOSIT) there.add(key(product.plu(), product));
        @Nullable String deposit = soldAs.deposit();
        if (deposit != null) named.add(key(deposit, product));
        return Optional.empty();
    }

    /** What is wrong with deposits that goods name. */
    List<String> missing() {
        return named.stream()
                .filter(deposit -> !there.contains(deposit))
                .map(deposit ->
                        "goods are sold with the deposit "
                                + deposit
                                + ", and no article of that PLU and currency is of the kind deposit")
                .toList();
    }

    private static String key(String plu, Product product) {
        return plu + " in " + product.currency();
    }
}
