package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Hash;
import java.util.HexFormat;

/**
 * Texts and names made to fit where a format allows less than the ledger. Control characters, which
 * neither XML nor a table can hold, become spaces.
 */
public final class Fitting {
    private static final int TOLD_APART = 4;
    private static final char MARK = '~';

    private Fitting() {}

    /**
     * Cut to so many characters, without what cannot be printed. A character beyond the basic plane
     * counts as two, as it does for validators that count in UTF-16, and is never halved.
     */
    public static String text(String text, int max) {
        StringBuilder fit = new StringBuilder();
        text.codePoints()
                .map(Fitting::printable)
                .takeWhile(each -> fit.length() + Character.charCount(each) <= max)
                .forEach(fit::appendCodePoint);
        return fit.toString();
    }

    /**
     * A name that others refer to by: as it is where it fits, else cut and told apart from others
     * of the same beginning by its digest.
     */
    public static String name(String name, int max) {
        String printable = text(name, Integer.MAX_VALUE);
        if (printable.equals(name) && name.length() <= max) return name;
        byte[] digest = Hash.digest(name.getBytes(UTF_8)).toBytes();
        String tail = MARK + HexFormat.of().formatHex(digest, 0, TOLD_APART);
        return text(printable, max - tail.length()) + tail;
    }

    private static int printable(int codePoint) {
        boolean legal =
                isWithin(codePoint, 0x20, 0x7E)
                        || isWithin(codePoint, 0xA0, 0xD7FF)
                        || isWithin(codePoint, 0xE000, 0xFFFD)
                        || isWithin(codePoint, 0x10000, 0x10FFFF);
        return legal ? codePoint : ' ';
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
