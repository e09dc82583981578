package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a bar code with a price or a measure in it is read: one that scales print for goods that are
 * sold by weight. GS1 General Specifications, "variable measure trade items scanned in general
 * retail distribution" and "restricted circulation numbers": which digits mean what, each country's
 * GS1 organisation or the shop itself says, under the prefixes 02 and 20 to 29.
 *
 * @param currency of the stores, and of the price
 * @param pattern of the 13 digits: the prefix as it is, I the digits of the article, V the verifier
 *     of what follows, P a price or Q a quantity in the article's unit, C the check digit; such as
 *     {@code 02IIIIIVPPPPC}. The twelve digits of a UPC-A are these without the first 0
 * @param decimals of the price or the quantity
 * @param source who says so
 * @param stores labels of those that read it so; empty: all that sell in the currency
 */
public record PackageCode(
        CurrencyCode currency, String pattern, int decimals, String source, List<String> stores) {
    private static final int FIELDS = 5;
    private static final int DIGITS = 13;
    private static final int UPC_DIGITS = 12;
    private static final int DECIMALS_MAX = 3;
    private static final Pattern SHAPE = Pattern.compile("((?:02|2\\d)\\d*)(I+)(V?)(P+|Q+)C");

    /**
     * What such a code says.
     *
     * @param general the number by which the catalogue may have the article: these digits with
     *     zeros for verifier and value, and their check digit
     * @param article its digits alone
     * @param isPrice or else a quantity
     */
    public record Content(String general, String article, boolean isPrice, BigDecimal value) {}

    public PackageCode {
        stores = List.copyOf(stores);
        if (stores.size() > Product.STORES_MAX)
            throw new IllegalArgumentException(
                    "a bar code's pattern names more than " + Product.STORES_MAX + " stores");
        Matcher shape = SHAPE.matcher(pattern);
        if (pattern.length() != DIGITS || !shape.matches())
            throw new IllegalArgumentException(
                    "'"
                            + pattern
                            + "' is no pattern: 13 characters, a prefix of 02 or 20 to 29, I for the article, V"
                            + " for a verifier (or none), P for a price or Q for a quantity, and C, such as"
                            + " 02IIIIIVPPPPC");
        int value = shape.group(4).length();
        if (!shape.group(3).isEmpty() && !PriceVerifier.knows(value))
            throw new IllegalArgumentException(
                    "a verifier is defined for values of four and five digits, not of " + value);
        boolean isPrice = shape.group(4).startsWith("P");
        int most = isPrice ? currency.digits() : DECIMALS_MAX;
        if (decimals < 0 || decimals > most || decimals > value)
            throw new IllegalArgumentException(
                    (isPrice ? "a price in " + currency : "a quantity")
                            + " has 0 to "
                            + Math.min(most, value)
                            + " decimals here, not "
                            + decimals);
        if (source.length() > Limits.TEXT_MAX)
            throw new IllegalArgumentException(
                    "a source has at most " + Limits.TEXT_MAX + " characters");
    }

    /** The digits with which its codes begin. */
    public String prefix() {
        return pattern.substring(0, pattern.indexOf('I'));
    }

    /**
     * @param scanned as the scanner gives it
     * @return empty if it is not one of these
     * @throws IllegalArgumentException if it is one, and damaged: a check digit is wrong
     */
    public Optional<Content> read(String scanned) {
        String code = scanned.length() == UPC_DIGITS ? "0" + scanned : scanned;
        if (code.length() != DIGITS || !code.startsWith(prefix()) || !code.matches("[0-9]+"))
            return Optional.empty();
        if (!Gtin.isValid(code)) throw damaged(scanned, "its check digit is wrong");
        String digits = field(code, isPrice() ? 'P' : 'Q');
        if (pattern.indexOf('V') >= 0
                && !field(code, 'V').equals(String.valueOf(PriceVerifier.of(digits))))
            throw damaged(
                    scanned,
                    "the digit that verifies its "
                            + (isPrice() ? "price" : "measure")
                            + " is wrong");
        return Optional.of(
                new Content(
                        general(code),
                        field(code, 'I'),
                        isPrice(),
                        new BigDecimal(digits).movePointLeft(decimals)));
    }

    private static IllegalArgumentException damaged(String scanned, String why) {
        return new IllegalArgumentException(
                "the bar code "
                        + scanned
                        + " is damaged, "
                        + why
                        + ": scan it again, or weigh the goods and type their PLU");
    }

    private boolean isPrice() {
        return pattern.indexOf('P') >= 0;
    }

    private String general(String code) {
        int article = pattern.lastIndexOf('I') + 1;
        return Gtin.withCheckDigit(code.substring(0, article) + "0".repeat(DIGITS - 1 - article));
    }

    private String field(String code, char letter) {
        return code.substring(pattern.indexOf(letter), pattern.lastIndexOf(letter) + 1);
    }

    boolean isFor(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    PackageCode withoutStores() {
        return new PackageCode(currency, pattern, decimals, source, List.of());
    }

    /** The array [currency, pattern, decimals, source, stores]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(currency.code()).text(pattern).integer(decimals).text(source);
        writer.list(stores, (store, into) -> into.text(store));
    }

    static PackageCode readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new PackageCode(
                                new CurrencyCode(reader.text(Limits.CODE_MAX)),
                                reader.text(Limits.CODE_MAX),
                                reader.integer(0, DECIMALS_MAX),
                                reader.text(Limits.TEXT_MAX),
                                reader.list(
                                        Product.STORES_MAX, () -> reader.text(Limits.CODE_MAX))));
    }
}
