package io.tidemark.lab.retail;

/**
 * What a line sells, as a till takes it.
 *
 * @param code the PLU: the row's stock code, or {@link #OPEN} if it has none or one that no PLU can
 *     be
 * @param description at most {@value #DESCRIPTION_MAX} characters, without control characters,
 *     never empty
 */
public record Goods(String code, String description) {
    /** Sold by description and price, as a shop sells what carries no code. */
    static final String OPEN = "OPEN";

    static final int CODE_MAX = 64;

    /** Far more than a receipt is wide; what is longer ends in an ellipsis. */
    static final int DESCRIPTION_MAX = 200;

    static Goods of(String code, String description) {
        String plu = plain(code);
        String name = plain(description);
        if (plu.length() > CODE_MAX) return new Goods(OPEN, cut(plu + " " + name));
        if (plu.isEmpty()) return new Goods(OPEN, name.isEmpty() ? OPEN : cut(name));
        return new Goods(plu, name.isEmpty() ? plu : cut(name));
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
