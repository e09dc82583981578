package io.tidemark.ledger.masterdata;

import java.util.regex.Pattern;

/**
 * GS1 article numbers: the check digit makes the sum of digits weighted 3, 1, 3 … from the right a
 * multiple of ten.
 */
public final class Gtin {
    private static final Pattern DIGITS = Pattern.compile("\\d{8}|\\d{12}|\\d{13}|\\d{14}");

    private Gtin() {}

    /** Whether the text is a GTIN-8, -12, -13 or -14 with the right check digit. */
    public static boolean isValid(String text) {
        if (!DIGITS.matcher(text).matches()) return false;
        return text.equals(withCheckDigit(text.substring(0, text.length() - 1)));
    }

    /** These digits, and the one that checks them. */
    static String withCheckDigit(String digits) {
        int sum = 0;
        for (int fromRight = 1; fromRight <= digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - fromRight) - '0';
            sum += fromRight % 2 == 1 ? 3 * digit : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }

    static void require(String text) {
        if (!isValid(text))
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is not a GTIN: 8, 12, 13 or 14 digits, the last one the check digit");
    }
}
