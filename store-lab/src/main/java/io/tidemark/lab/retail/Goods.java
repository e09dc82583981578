package io.tidemark.lab.retail;

/**
 * What a line sells, as a till takes it.
 *
 * @param code the PLU; empty if the row has none, or one longer than a PLU may be
 * @param description at most {@value #DESCRIPTION_MAX} characters, without control characters,
 *     never empty
 */
public record Goods(String code, String description) {
    static final int CODE_MAX = 64;

    /** Far more than a receipt is wide; what is longer ends in an ellipsis. */
    static final int DESCRIPTION_MAX = 200;

    static Goods of(String code, String description) {
        String plain = plain(code);
        if (plain.length() > CODE_MAX) return new Goods("", cut(plain + " " + plain(description)));
        String named = plain(description);
        if (named.isEmpty()) named = plain.isEmpty() ? "(no description)" : plain;
        return new Goods(plain, cut(named));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String cut(String text) {
        if (text.length() <= DESCRIPTION_MAX) return text;
        int end = DESCRIPTION_MAX - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }
}
