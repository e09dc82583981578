package io.tidemark.node.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of a document: Liberation Sans, which PDFBox ships (SIL Open Font License) and which has
 * Latin, Greek, Cyrillic and Hebrew letters. What it has no sign for is written as a box.
 */
final class Lettering {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String BOX = "□";
    private static final float PER_EM = 1_000;

    private final PDFont font;
    private final Map<Integer, String> signs = new HashMap<>();

    private Lettering(PDFont font) {
        this.font = font;
    }

    static Lettering in(PDDocument document) throws IOException {
        try (InputStream file = PDFont.class.getResourceAsStream(FONT)) {
            if (file == null) throw new IllegalStateException("PDFBox lacks " + FONT);
            return new Lettering(PDType0Font.load(document, file, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The same text in signs that the font has, on one line. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> shown.append(signs.computeIfAbsent(sign, this::sign)));
        return shown.toString();
    }

    private String sign(int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isISOControl(codePoint)) return " ";
        String sign = Character.toString(codePoint);
        try {
            font.encode(sign);
            return sign;
        } catch (IllegalArgumentException theFontHasNone) {
            return BOX;
        } catch (IOException e) {
            throw new IllegalStateException("the font cannot be read", e);
        }
    }

    /** In points, of text as {@link #shown} gives it. */
    float width(String shown, float size) {
        try {
            return font.getStringWidth(shown) * size / PER_EM;
        } catch (IOException e) {
            throw new IllegalStateException("the font cannot be read", e);
        }
    }

    /** On as many lines as it takes, broken between words, and within one that fits on no line. */
    List<String> wrapped(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        String rest = shown(text).strip();
        while (width(rest, size) > width) {
            int end = reach(rest, size, width);
            int space = rest.lastIndexOf(' ', end);
            int at = space > 0 ? space : end;
            lines.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Up to where it fits: after its first sign at least. */
    private int reach(String shown, float size, float width) {
        int end = shown.offsetByCodePoints(0, 1);
        while (end < shown.length()) {
            int next = shown.offsetByCodePoints(end, 1);
            if (width(shown.substring(0, next), size) > width) return end;
            end = next;
        }
        return end;
    }

    /** Cut where it is wider than this, with dots that say so. */
    String fitting(String text, float size, float width) {
        String shown = shown(text);
        if (width(shown, size) <= width) return shown;
        int end = shown.length();
        while (end > 0 && width(shown.substring(0, end) + "…", size) > width) end--;
        return shown.substring(0, end) + "…";
    }
}
