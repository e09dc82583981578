package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.ForeignRate;
import io.tidemark.ledger.masterdata.PackageCode;
import io.tidemark.ledger.masterdata.PostalAddress;
import io.tidemark.ledger.masterdata.Terms;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How stores price and are paid, of an import: terms, rates of foreign cash, how bar codes of
 * scales are read, and whose the stores are.
 */
final class TradeRows {
    private final Function<CsvRow, List<String>> stores;
    private final List<Terms> terms = new ArrayList<>();
    private final List<ForeignRate> rates = new ArrayList<>();
    private final List<PackageCode> codes = new ArrayList<>();
    private final List<Business> businesses = new ArrayList<>();

    TradeRows(Function<CsvRow, List<String>> stores) {
        this.stores = stores;
    }

    void terms(CsvRow row) {
        Terms read =
                new Terms(
                        row.needed("currency", CurrencyCode::new),
                        row.optional("prices", TradeRows::taxExcluded).orElse(false),
                        row.optional("vat", TradeRows::taxPerReceipt).orElse(false),
                        row.optional("rounding", TradeRows::scheme).orElse(null),
                        stores.apply(row));
        new Trade(with(terms, read), List.of());
        terms.add(read);
    }

    void rate(CsvRow row) {
        ForeignRate read =
                new ForeignRate(
                        row.needed("currency", CurrencyCode::new),
                        row.needed("foreign", CurrencyCode::new),
                        row.needed("rate", TradeRows::rate),
                        stores.apply(row));
        new Trade(List.of(), with(rates, read));
        rates.add(read);
    }

    void code(CsvRow row) {
        PackageCode read =
                new PackageCode(
                        row.needed("currency", CurrencyCode::new),
                        row.needed("pattern").toUpperCase(Locale.ROOT),
                        row.needed("decimals", TradeRows::decimals),
                        row.text("source").orElse(""),
                        stores.apply(row));
        Trade.NONE.with(with(codes, read));
        codes.add(read);
    }

    void business(CsvRow row) {
        Business read =
                new Business(
                        row.needed("company"),
                        row.text("taxnumber").orElse(""),
                        row.text("vatid").orElse(""),
                        address(row, ""),
                        address(row, "seat"),
                        stores.apply(row));
        Trade.NONE.of(with(businesses, read));
        businesses.add(read);
    }

    private static PostalAddress address(CsvRow row, String whose) {
        return new PostalAddress(
                row.text(whose + "street").orElse(""),
                row.text(whose + "postcode").orElse(""),
                row.text(whose + "city").orElse(""),
                row.text(whose + "country").map(TradeRows::country).orElse(""));
    }

    static String country(String text) {
        return new PostalAddress("", "", "", text.toUpperCase(Locale.ROOT)).country();
    }

    /** Which of the tables are imported. */
    record Imported(boolean terms, boolean rates, boolean codes, boolean businesses) {}

    /** What is not imported stays as it was. */
    Trade trade(Imported imported, Trade before) {
        return new Trade(
                        imported.terms() ? terms : before.terms(),
                        imported.rates() ? rates : before.rates())
                .with(imported.codes() ? codes : before.codes())
                .of(imported.businesses() ? businesses : before.businesses());
    }

    static int decimals(String text) {
        if (!text.matches("[0-9]"))
            throw new IllegalArgumentException(
                    "'" + text + "' is no number of decimals, such as 2");
        return text.charAt(0) - '0';
    }

    static boolean taxExcluded(String text) {
        return isSecond(text, "with-vat", "without-vat");
    }

    static boolean taxPerReceipt(String text) {
        return isSecond(text, "line", "receipt");
    }

    static String scheme(String text) {
        String country = text.toUpperCase(Locale.ROOT);
        Terms.scheme(country);
        return country;
    }

    static ExchangeRate rate(String text) {
        try {
            return new ExchangeRate(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no rate: store currency per unit, such as 0.9412", e);
        }
    }

    static boolean isSecond(String text, String first, String second) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!word.equals(first) && !word.equals(second))
            throw new IllegalArgumentException(
                    "'" + text + "' is neither " + first + " nor " + second);
        return word.equals(second);
    }

    private static <T> List<T> with(List<T> rows, T more) {
        List<T> all = new ArrayList<>(rows);
        all.add(more);
        return all;
    }
}
