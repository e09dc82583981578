package io.tidemark.edge.record;

import io.tidemark.ledger.masterdata.Gtin;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a GS1 DataBar or GS1-128 symbol says: fields, each with its application identifier before it
 * (GS1 General Specifications §3). Read as a scanner gives it, with or without its symbology
 * identifier, fields of variable length ended by the group separator; and as it is printed beneath
 * the bars, with identifiers in brackets.
 *
 * @param gtin (01), as it is in a catalogue: without the zeros before it
 * @param weight in kilograms (310n); null where it has none
 * @param amount to be paid in the store's currency (392n); null where it has none
 * @param text these fields alone, with identifiers in brackets
 */
record ElementString(
        String gtin, @Nullable BigDecimal weight, @Nullable BigDecimal amount, String text) {
    private static final String GTIN = "01";
    private static final String NET_WEIGHT = "310";
    private static final String AMOUNT = "392";
    private static final int MEASURE_DIGITS = 4;

    /** Group separator, FNC1 as scanners give it. */
    private static final char SEPARATOR = '\u001d';

    private static final Pattern SYMBOLOGY = Pattern.compile("^\\](?:C1|e0|d2|Q3)");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((\\d{2,4})\\)([^(]+)");
    private static final Pattern MEASURE = Pattern.compile("\\d{6}");
    private static final Pattern PRICE = Pattern.compile("\\d{1,15}");

    /**
     * Digits of the data behind identifiers of a fixed length that begin so (GS1 General
     * Specifications, figure 7.8.5-2), those that goods of a shop have; others end with a
     * separator.
     */
    private static final Map<String, Integer> FIXED =
            Map.ofEntries(
                    Map.entry("00", 18),
                    Map.entry("01", 14),
                    Map.entry("02", 14),
                    Map.entry("11", 6),
                    Map.entry("12", 6),
                    Map.entry("13", 6),
                    Map.entry("15", 6),
                    Map.entry("16", 6),
                    Map.entry("17", 6),
                    Map.entry("20", 2));

    /**
     * @return empty if it is something else
     * @throws IllegalArgumentException if it is one, and damaged
     */
    static Optional<ElementString> read(String scanned) {
        Matcher symbology = SYMBOLOGY.matcher(scanned);
        boolean named = symbology.find();
        String text = named ? scanned.substring(symbology.end()) : scanned;
        if (!text.startsWith("(01)") && !(text.startsWith(GTIN) && text.length() > 16))
            return Optional.empty();
        Map<String, String> fields = text.startsWith("(") ? inBrackets(text) : asScanned(text);
        String gtin = fields.get(GTIN);
        if (gtin == null || !Gtin.isValid(gtin))
            throw damaged(scanned, "its article number has a wrong check digit");
        return Optional.of(
                new ElementString(
                        listed(gtin),
                        decimal(fields, NET_WEIGHT, MEASURE),
                        decimal(fields, AMOUNT, PRICE),
                        text(fields)));
    }

    private static String text(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields)
                .forEach((name, value) -> {
                    if (name.equals(GTIN) || isOf(NET_WEIGHT, name) || isOf(AMOUNT, name))
                        text.append('(').append(name).append(')').append(value);
                });
        return text.toString();
    }

    private static boolean isOf(String identifier, String name) {
        return name.length() == MEASURE_DIGITS && name.startsWith(identifier);
    }

    private static Map<String, String> inBrackets(String text) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = IN_BRACKETS.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            fields.put(matcher.group(1), matcher.group(2).strip());
            end = matcher.end();
        }
        if (end != text.length()) throw damaged(text, "it ends in the middle of a field");
        return fields;
    }

    private static Map<String, String> asScanned(String text) {
        Map<String, String> fields = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            String identifier = identifier(text, at);
            int from = at + identifier.length();
            int end = end(text, identifier, from);
            fields.put(identifier, text.substring(from, end));
            at = end;
        }
        return fields;
    }

    /** Measures and amounts have four digits, the last one saying where the point is. */
    private static String identifier(String text, int at) {
        boolean measure =
                text.startsWith("3", at)
                        && !text.startsWith("30", at)
                        && !text.startsWith("37", at);
        int end = at + (measure ? MEASURE_DIGITS : 2);
        if (end > text.length()) throw damaged(text, "it ends in the middle of a field");
        return text.substring(at, end);
    }

    private static int end(String text, String identifier, int from) {
        boolean weighs = identifier.length() == MEASURE_DIGITS && identifier.charAt(1) < '7';
        Integer fixed = weighs ? Integer.valueOf(6) : FIXED.get(identifier);
        if (fixed != null) {
            if (from + fixed > text.length())
                throw damaged(text, "it ends in the middle of a field");
            return from + fixed;
        }
        int separator = text.indexOf(SEPARATOR, from);
        return separator < 0 ? text.length() : separator;
    }

    private static @Nullable BigDecimal decimal(
            Map<String, String> fields, String identifier, Pattern shape) {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String name = field.getKey();
            if (!isOf(identifier, name)) continue;
            if (!shape.matcher(field.getValue()).matches())
                throw damaged(field.getValue(), "its weight or its price is not of digits");
            return new BigDecimal(field.getValue()).movePointLeft(name.charAt(3) - '0');
        }
        return null;
    }

    private static String listed(String gtin) {
        return gtin.startsWith("0") ? gtin.substring(1) : gtin;
    }

    private static IllegalArgumentException damaged(String scanned, String why) {
        return new IllegalArgumentException(
                "the bar code "
                        + scanned.replace(SEPARATOR, ' ')
                        + " is damaged, "
                        + why
                        + ": scan it again, or weigh the goods and type their PLU");
    }
}
